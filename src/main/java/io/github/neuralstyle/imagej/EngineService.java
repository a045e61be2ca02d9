package io.github.neuralstyle.imagej;

import io.github.neuralstyle.engine.Engine;
import io.github.neuralstyle.engine.EngineException;
import io.github.neuralstyle.engine.LocalEngine;
import io.github.neuralstyle.engine.install.EngineFolder;
import io.github.neuralstyle.engine.install.EngineReport;
import io.github.neuralstyle.engine.worker.WorkerEngine;
import io.github.neuralstyle.java8.SharedObjects;
import java.util.Optional;
import org.scijava.Context;

/** The engine of all commands of a SciJava context; its process ends with the context. */
public final class EngineService implements AutoCloseable {

    private WorkerEngine worker;

    private EngineService() {}

    /** The service of a context. */
    public static EngineService of(Context context) {
        return context.service(SharedObjects.class).get(EngineService.class, EngineService::new);
    }

    /**
     * A process of its own if the engine is installed, else this process if TensorFlow is on its class path.
     *
     * @throws EngineException if there is neither
     */
    public synchronized Engine engine() {
        Optional<EngineFolder> installed = EngineFolder.find();
        if (installed.isEmpty() && LocalEngine.isPossible()) return LocalEngine.SHARED;
        EngineFolder folder = installed.orElseGet(EngineFolder::require);
        if (worker == null || !worker.folder().equals(folder.path())) {
            close();
            worker = new WorkerEngine(folder);
        }
        return worker;
    }

    /** The report of the running process; empty if there is none. */
    public synchronized Optional<EngineReport> report() {
        return worker != null && worker.isRunning() ? Optional.of(worker.report()) : Optional.empty();
    }

    /** Ends the process; the next work starts it again. */
    @Override
    public synchronized void close() {
        if (worker != null) worker.stop();
    }
}
