package io.github.neuralstyle.engine.worker;

import io.github.neuralstyle.Settings;
import io.github.neuralstyle.TestPictures;
import io.github.neuralstyle.engine.Engine;
import io.github.neuralstyle.engine.Job;
import io.github.neuralstyle.engine.LocalEngine;
import io.github.neuralstyle.engine.install.TestEngines;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.image.Pyramid;
import io.github.neuralstyle.transfer.Painter;
import io.github.neuralstyle.transfer.Styles;
import io.github.neuralstyle.transfer.TransferResult;
import io.github.neuralstyle.transfer.TransferState;
import io.github.neuralstyle.util.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a process of its own costs: {@code mvn -q test-compile exec:java -Dexec.classpathScope=test
 * -Dexec.mainClass=io.github.neuralstyle.engine.worker.BorderBenchmark -Dexec.args=FOLDER}, with an empty folder for an engine of
 * this build's classes.
 */
public final class BorderBenchmark {

    private static final int SIDE = 1024, WARM_SIDE = 256;
    private static final Settings STANDARD =
            Settings.defaults().withFinish("off").withSize(SIDE);

    private BorderBenchmark() {}

    /** As many steps as a standard run, that do nothing and that nobody looks at; then a picture. */
    private record Idle(Pixels content, Styles styles, int steps) implements Job<TransferResult, TransferState> {

        @Override
        public TransferResult run(ProgressListener<TransferState> progress) {
            for (int step = 1; step <= steps; step++)
                progress.update(new TransferState(
                        1,
                        1,
                        SIDE,
                        SIDE,
                        step,
                        steps,
                        (double) step / steps,
                        Map.of("gram", 1.0),
                        Duration.ZERO,
                        null));
            return new TransferResult(content, steps, false);
        }
    }

    public static void main(String[] args) throws IOException {
        Pixels content = TestPictures.waves(SIDE, SIDE, 1), small = TestPictures.waves(WARM_SIDE, WARM_SIDE, 1);
        Styles styles = Styles.of(List.of(TestPictures.waves(SIDE, SIDE, 2)), 1);
        Styles smallStyles = Styles.of(List.of(TestPictures.waves(WARM_SIDE, WARM_SIDE, 2)), 1);
        WorkerEngine engine = new WorkerEngine(TestEngines.in(Path.of(args[0])));
        for (int run = 1; run <= 6; run++)
            System.out.printf(
                    "%s run at %d pixels: %.2f s to its first step%n",
                    run == 1 ? "first" : "warm", WARM_SIDE, firstStep(engine, small, smallStyles));
        engine.stop();
        System.out.printf(
                "new process, natives unpacked: %.2f s to its first step%n", firstStep(engine, small, smallStyles));
        int steps = STANDARD.steps()
                * Pyramid.sizes(SIDE, SIDE, STANDARD.coarsest(), SIDE).size();
        double border = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            engine.run(new Idle(content, styles, steps), state -> true);
            border = Math.min(border, seconds(start));
        }
        double whole = paint(new LocalEngine(), content, styles), apart = paint(engine, content, styles);
        System.out.printf("standard run at %d pixels: %.1f s in this process, %.1f s in its own%n", SIDE, whole, apart);
        System.out.printf(
                "the border alone, with all its messages: %.2f s = %.2f %% of the run%n", border, 100 * border / whole);
        engine.stop();
    }

    private static double firstStep(Engine engine, Pixels content, Styles styles) {
        long start = System.nanoTime();
        double[] first = new double[1];
        try (Painter painter = engine.painter(styles, STANDARD.withSize(WARM_SIDE), false)) {
            painter.paint(content, null, state -> {
                first[0] = seconds(start);
                return false;
            });
        }
        return first[0];
    }

    private static double paint(Engine engine, Pixels content, Styles styles) {
        long start = System.nanoTime();
        try (Painter painter = engine.painter(styles, STANDARD, false)) {
            painter.paint(content, null, ProgressListener.none());
        }
        return seconds(start);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
