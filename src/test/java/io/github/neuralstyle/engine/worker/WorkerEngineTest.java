package io.github.neuralstyle.engine.worker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.Options;
import io.github.neuralstyle.Settings;
import io.github.neuralstyle.TestPictures;
import io.github.neuralstyle.engine.Engine;
import io.github.neuralstyle.engine.EngineException;
import io.github.neuralstyle.engine.Job;
import io.github.neuralstyle.engine.LocalEngine;
import io.github.neuralstyle.engine.install.EngineReport;
import io.github.neuralstyle.engine.install.TestEngines;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.model.TestModels;
import io.github.neuralstyle.transfer.InsufficientMemoryException;
import io.github.neuralstyle.transfer.Painter;
import io.github.neuralstyle.transfer.Styles;
import io.github.neuralstyle.transfer.TransferResult;
import io.github.neuralstyle.transfer.TransferState;
import io.github.neuralstyle.util.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine in a process of its own, with the classes of this build. */
class WorkerEngineTest {

    private static final Pixels CONTENT = TestPictures.waves(96, 72, 1), STYLE = TestPictures.waves(96, 96, 2);
    private static final Styles STYLES = Styles.of(List.of(STYLE), 1);

    @TempDir
    private static Path folder;

    private static final LocalEngine LOCAL = new LocalEngine();

    private static WorkerEngine engine;

    /** All losses of the default; and those of which a graph is built in a moment. */
    private static Settings settings, simple;

    @BeforeAll
    static void start() {
        engine = new WorkerEngine(TestEngines.in(folder.resolve("with space \u4e2d\u6587")));
        TestModels.tiny(folder.resolve("tiny"));
        settings = Settings.defaults()
                .withCoarsest(128)
                .withLastSteps(0)
                .withSize(96)
                .withFinish("off")
                .withModel(folder.resolve("tiny").toString());
        simple = settings.withLosses("content", "gram");
    }

    @AfterAll
    static void stop() {
        engine.stop();
    }

    private static TransferResult paint(Engine with, int steps, ProgressListener<TransferState> progress) {
        return paint(with, simple.withSteps(steps), progress);
    }

    private static TransferResult paint(Engine with, Settings wanted, ProgressListener<TransferState> progress) {
        try (Painter painter = with.painter(STYLES, wanted, false)) {
            return painter.paint(CONTENT, null, progress);
        }
    }

    @Test
    void picturesAreThoseOfThisProcess() {
        List<TransferState> local = new ArrayList<>(), remote = new ArrayList<>();
        TransferResult expected = paint(LOCAL, settings.withSteps(3), local::add),
                actual = paint(engine, settings.withSteps(3), remote::add);
        assertArrayEquals(expected.picture().values(), actual.picture().values());
        assertEquals(expected.steps(), actual.steps());
        assertEquals(local.size(), remote.size());
        for (int i = 0; i < local.size(); i++) {
            assertEquals(local.get(i).losses(), remote.get(i).losses());
            assertEquals(local.get(i).done(), remote.get(i).done());
        }
    }

    @Test
    void finishedPicturesAreThoseOfThisProcessAndGoOnFromTheOneBefore() {
        Settings finished = simple.withSteps(2).withFinish("on");
        Pixels next = TestPictures.waves(96, 72, 3);
        List<float[]> pictures = new ArrayList<>();
        for (Engine each : List.of(LOCAL, engine))
            try (Painter painter = each.painter(STYLES, finished, true)) {
                TransferResult first = painter.paint(CONTENT, null, ProgressListener.none());
                Painter.Previous before = new Painter.Previous(CONTENT, first.network(), first.finish());
                pictures.add(painter.paint(next, before, ProgressListener.none())
                        .picture()
                        .values());
            }
        assertArrayEquals(pictures.get(0), pictures.get(1));
    }

    /** With 96 pixels they are sent whole. */
    @Test
    void aStateOfOneProcessGoesOnInAnother() {
        Settings kept = simple.withSteps(4)
                .with(Options.STATE, folder.resolve("run.state").toString());
        AtomicInteger made = new AtomicInteger();
        assertTrue(paint(engine, kept, step -> made.incrementAndGet() < 2).stopped());
        assertTrue(paint(LOCAL, kept, step -> false).stopped());
        assertArrayEquals(
                paint(LOCAL, 4, ProgressListener.none()).picture().values(),
                paint(engine, kept, ProgressListener.none()).picture().values());
    }

    @Test
    void whoLooksAtAStepSeesThePictureOfTheStepAfterTheLastLook() {
        List<float[]> local = new ArrayList<>(), remote = new ArrayList<>();
        paint(LOCAL, 5, step -> local.add(step.picture().get().values()));
        paint(engine, 5, step -> remote.add(step.picture().get().values()));
        assertArrayEquals(local.get(0), remote.get(0));
        float[] last = remote.get(remote.size() - 1);
        assertTrue(local.subList(1, local.size()).stream().anyMatch(values -> Arrays.equals(values, last)));
        List<TransferState> unseen = new ArrayList<>();
        paint(engine, 5, unseen::add);
        assertArrayEquals(local.get(0), unseen.get(0).picture().get().values());
    }

    @Test
    void onePainterMakesSeveralPictures() {
        Pixels next = TestPictures.waves(96, 72, 3);
        try (Painter local = LOCAL.painter(STYLES, simple.withSteps(5), true);
                Painter remote = engine.painter(STYLES, simple.withSteps(5), true)) {
            Painter.Previous before = new Painter.Previous(
                    CONTENT, local.paint(CONTENT, null, ProgressListener.none()).picture());
            remote.paint(CONTENT, null, ProgressListener.none());
            assertArrayEquals(
                    local.paint(next, before, ProgressListener.none()).picture().values(),
                    remote.paint(next, before, ProgressListener.none())
                            .picture()
                            .values());
        }
    }

    @Test
    void aStoppedRunKeepsItsPicture() {
        TransferResult result = paint(engine, 100000, state -> state.step() < 3);
        assertTrue(result.stopped());
        assertTrue(result.steps() >= 3 && result.steps() < 1000, result.steps() + " steps");
    }

    @Test
    void interruptedWaitEndsWithWhatThereIs() throws Exception {
        CompletableFuture<TransferResult> result = new CompletableFuture<>();
        CompletableFuture<Thread> begun = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            result.complete(paint(engine, 100000, state -> {
                begun.complete(Thread.currentThread());
                return true;
            }));
        });
        thread.start();
        begun.get(60, TimeUnit.SECONDS).interrupt();
        assertTrue(result.get(60, TimeUnit.SECONDS).stopped());
    }

    @Test
    void severalRunAtOnce() {
        TransferResult alone = paint(engine, 8, ProgressListener.none());
        List<CompletableFuture<TransferResult>> both = List.of(
                CompletableFuture.supplyAsync(() -> paint(engine, 8, ProgressListener.none())),
                CompletableFuture.supplyAsync(() -> paint(engine, 8, ProgressListener.none())));
        both.forEach(one ->
                assertArrayEquals(alone.picture().values(), one.join().picture().values()));
    }

    @Test
    void errorsAreThoseOfTheJob() {
        assertEquals(
                "model is no-such; it must be compact-vgg or the folder of a TensorFlow SavedModel.",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> engine.painter(STYLES, settings.withModel("no-such"), false))
                        .getMessage()
                        .replaceAll("compact-vgg.* or", "compact-vgg or"));
        assertEquals(
                "not here",
                assertThrows(IOException.class, () -> engine.run(new Fails("not here"), state -> true))
                        .getMessage());
        assertEquals(
                "no memory",
                assertThrows(InsufficientMemoryException.class, () -> engine.run(new Fails(null), state -> true))
                        .getMessage());
    }

    private record Fails(String reason) implements Job<Boolean, Void> {

        @Override
        public Boolean run(ProgressListener<Void> progress) throws IOException {
            if (reason == null) throw new OutOfMemoryError("no memory");
            throw new IOException(reason);
        }
    }

    @Test
    void reportsTensorFlowJavaAndDevices() {
        EngineReport report = engine.report();
        assertEquals(EngineReport.EXPECTED_TENSORFLOW, report.tensorFlow());
        assertEquals(Runtime.version().toString(), report.java());
        assertTrue(report.devices().contains("CPU:0"), report.toString());
    }

    @Test
    void aKilledWorkerIsStartedAgainByTheNextRun() throws Exception {
        long first = pid(engine);
        CompletableFuture<Boolean> begun = new CompletableFuture<>();
        CompletableFuture<TransferResult> run =
                CompletableFuture.supplyAsync(() -> paint(engine, 100000, state -> begun.complete(true) || true));
        begun.get(60, TimeUnit.SECONDS);
        ProcessHandle.of(first).orElseThrow().destroyForcibly();
        Throwable failure = assertThrows(Exception.class, () -> run.get(60, TimeUnit.SECONDS))
                .getCause();
        assertTrue(
                failure instanceof EngineException && failure.getMessage().contains("ended from outside"),
                failure.toString());
        assertNull(engine.running());
        assertEquals(5, paint(engine, 5, ProgressListener.none()).steps());
        assertNotEquals(first, pid(engine));
    }

    private static long pid(WorkerEngine engine) {
        engine.report();
        return engine.running().pid();
    }
}
