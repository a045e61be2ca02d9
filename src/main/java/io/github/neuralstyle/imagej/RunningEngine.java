package io.github.neuralstyle.imagej;

import io.github.neuralstyle.engine.install.EngineReport;
import io.github.neuralstyle.engine.worker.WorkerEngine;
import java.util.Locale;

/** What the engine that runs beside ImageJ says of itself, if it does run. */
public final class RunningEngine {

    private RunningEngine() {}

    /** One or several lines for people, without a line break at the end. */
    public static String text() {
        WorkerEngine engine = WorkerEngine.ofCommands();
        if (engine == null || !engine.isRunning()) return "It is not running.";
        EngineReport report = engine.report();
        return String.format(
                Locale.ROOT,
                "It is running: TensorFlow %s on %s, Java %s with up to %.1f GB.",
                report.tensorFlow(),
                String.join(", ", report.devices()),
                report.java(),
                report.heap() / 1e9);
    }

    /** Ends it, and returns a sentence on what happened. */
    public static String stop() {
        WorkerEngine engine = WorkerEngine.ofCommands();
        if (engine == null || !engine.isRunning()) return "The engine is not running.";
        engine.stop();
        return "The engine has ended; the next run starts it again.";
    }
}
