package io.github.neuralstyle.engine.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.neuralstyle.Settings;
import io.github.neuralstyle.TestPictures;
import io.github.neuralstyle.engine.Engine;
import io.github.neuralstyle.engine.EngineException;
import io.github.neuralstyle.engine.LocalEngine;
import io.github.neuralstyle.engine.install.TestEngines;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.model.TestModels;
import io.github.neuralstyle.transfer.Painter;
import io.github.neuralstyle.transfer.Styles;
import io.github.neuralstyle.util.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workers that are killed at any moment, from their start on. {@code -Dkills=200} for the whole measurement. */
class KillsTest {

    private static final int KILLS = Integer.getInteger("kills", 2);

    /** Milliseconds after the start of a run, at most: about as long as a start and some steps take. */
    private static final int LATEST = 3000;

    private final Pixels content = TestPictures.waves(96, 72, 1), before = TestPictures.waves(96, 72, 1);
    private final Styles styles = Styles.of(List.of(TestPictures.waves(96, 96, 2)), 1);

    @TempDir
    private Path folder;

    private Settings settings;

    @Test
    void theHostLivesAndTheNextRunWorks() throws Exception {
        TestModels.tiny(folder.resolve("tiny"));
        settings = Settings.defaults()
                .withSize(96)
                .withLosses("content", "gram")
                .withFinish("off")
                .withModel(folder.resolve("tiny").toString());
        WorkerEngine engine = new WorkerEngine(TestEngines.in(folder.resolve("engine")));
        Set<Path> shared = sharedMemory();
        float[] expected = paint(new LocalEngine(), 10).values();
        Random random = new Random(1);
        TreeMap<String, Integer> messages = new TreeMap<>();
        for (int i = 0; i < KILLS; i++) {
            CompletableFuture<Pixels> run = CompletableFuture.supplyAsync(() -> paint(engine, 100000));
            Thread.sleep(random.nextInt(LATEST));
            kill(run);
            Throwable failure = failure(run);
            assertEquals(EngineException.class, failure.getClass(), failure.toString());
            messages.merge(failure.getMessage(), 1, Integer::sum);
        }
        assertArrayEquals(expected, paint(engine, 10).values());
        engine.running().stop();
        ProcessHandle.current()
                .children()
                .forEach(child -> child.onExit().orTimeout(5, TimeUnit.SECONDS).join());
        assertEquals(shared, sharedMemory());
        assertArrayEquals(before.values(), content.values());
        System.out.println(KILLS + " kills: " + messages);
    }

    /** Kills the worker as soon as there is one. */
    private static void kill(CompletableFuture<?> run) throws InterruptedException {
        while (!run.isDone()) {
            List<ProcessHandle> workers = ProcessHandle.current().children().toList();
            workers.forEach(ProcessHandle::destroyForcibly);
            if (!workers.isEmpty()) return;
            Thread.sleep(1);
        }
    }

    private static Throwable failure(CompletableFuture<?> run) {
        try {
            run.orTimeout(60, TimeUnit.SECONDS).join();
            throw new AssertionError("killed, and yet it made a picture");
        } catch (CompletionException e) {
            return e.getCause();
        }
    }

    private Pixels paint(Engine engine, int steps) {
        try (Painter painter = engine.painter(styles, settings.withSteps(steps), false)) {
            return painter.paint(content, null, ProgressListener.none()).picture();
        }
    }

    private static Set<Path> sharedMemory() throws IOException {
        Path memory = Path.of("/dev/shm");
        if (!Files.isDirectory(memory)) return Set.of();
        try (Stream<Path> files = Files.list(memory)) {
            return files.collect(Collectors.toSet());
        }
    }
}
