package io.github.neuralstyle.engine.worker;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.neuralstyle.Settings;
import io.github.neuralstyle.TestPictures;
import io.github.neuralstyle.engine.install.TestEngines;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.model.TestModels;
import io.github.neuralstyle.transfer.Painter;
import io.github.neuralstyle.transfer.Styles;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host that is killed while its worker paints. */
class HostEndTest {

    @TempDir
    private Path folder;

    @Test
    void theWorkerEndsWithItsHost() throws Exception {
        TestModels.tiny(folder.resolve("tiny"));
        Process host = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        HostEndTest.class.getName(),
                        folder.resolve("engine").toString(),
                        folder.resolve("tiny").toString())
                .redirectErrorStream(true)
                .start();
        long worker;
        try (var lines = host.inputReader()) {
            String line = lines.readLine();
            while (line != null && !line.startsWith("working ")) line = lines.readLine();
            worker = Long.parseLong(line.substring("working ".length()));
            host.destroyForcibly().waitFor();
        }
        ProcessHandle.of(worker)
                .ifPresent(process ->
                        process.onExit().orTimeout(5, TimeUnit.SECONDS).join());
        assertFalse(ProcessHandle.of(worker).map(ProcessHandle::isAlive).orElse(false));
    }

    /** The host: paints for ever with an engine of its own. */
    public static void main(String[] args) {
        WorkerEngine engine = new WorkerEngine(TestEngines.in(Path.of(args[0])));
        Pixels picture = TestPictures.waves(96, 72, 1);
        Settings settings = Settings.defaults()
                .withSize(96)
                .withSteps(100000)
                .withLosses("content", "gram")
                .withModel(args[1]);
        try (Painter painter = engine.painter(Styles.of(List.of(picture), 1), settings, false)) {
            painter.paint(picture, null, state -> {
                if (state.step() == 3)
                    System.out.println("working " + engine.running().pid());
                return true;
            });
        }
    }
}
