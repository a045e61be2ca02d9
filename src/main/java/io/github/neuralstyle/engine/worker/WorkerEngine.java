package io.github.neuralstyle.engine.worker;

import io.github.neuralstyle.Settings;
import io.github.neuralstyle.engine.Engine;
import io.github.neuralstyle.engine.EngineException;
import io.github.neuralstyle.engine.Job;
import io.github.neuralstyle.engine.install.EngineFolder;
import io.github.neuralstyle.engine.install.EngineReport;
import io.github.neuralstyle.engine.install.Release;
import io.github.neuralstyle.transfer.Painter;
import io.github.neuralstyle.transfer.Styles;
import io.github.neuralstyle.util.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The engine in a process of its own, started with the first work and kept for the next; it ends with this process. If it
 * ends before, the work at that time fails, and the next starts a new one.
 */
public final class WorkerEngine implements Engine {

    /** The system property with the maximum heap that the worker's Java may take, in the form of {@code -Xmx}, as 4g. */
    public static final String HEAP = "neuralstyle.heap";

    /**
     * What the worker's Java does: calls TensorFlow; ends when its heap is full, as a new one works again; gives memory back when
     * idle; and says nothing where its messages are. What TensorFlow takes is not for JavaCPP to limit.
     */
    private static final List<String> OPTIONS = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:G1PeriodicGCInterval=30000",
            "-XX:+DisplayVMOutputToStderr",
            "-Djava.awt.headless=true",
            "-Dorg.bytedeco.javacpp.maxPhysicalBytes=0");

    /** As seen from the engine's folder, whose name may have characters that a command line cannot have. */
    private static final String CLASS_PATH = "lib/*";

    /** Where networks, natives and temporary files are. */
    private static final List<String> HANDED_ON =
            List.of("user.home", "java.io.tmpdir", "org.bytedeco.javacpp.cachedir");

    private final EngineFolder folder;
    private Worker worker;

    /** An engine of a folder; nothing is started yet. */
    public WorkerEngine(EngineFolder folder) {
        this.folder = folder;
    }

    /** The folder of its engine, absolute. */
    public Path folder() {
        return folder.path();
    }

    @Override
    public Painter painter(Styles styles, Settings settings, boolean several) {
        return new RemotePainter(worker(), styles, settings, several);
    }

    @Override
    public <R, P> R run(Job<R, P> job, ProgressListener<P> progress) throws IOException {
        return worker().run(job, progress);
    }

    /** What the engine says of itself. @throws EngineException if it cannot be started */
    public EngineReport report() {
        return worker().report();
    }

    /** Whether the process is there. */
    public boolean isRunning() {
        return running() != null;
    }

    /** The process, or null if none is running. */
    synchronized Worker running() {
        return worker != null && worker.isAlive() ? worker : null;
    }

    /** Ends the process, which gives all its memory back. */
    public synchronized void stop() {
        if (worker != null) worker.stop();
        worker = null;
    }

    private synchronized Worker worker() {
        if (running() == null) worker = start();
        return worker;
    }

    private Worker start() {
        try {
            Worker started = new Worker(folder.path(), command());
            if (started.report().version().equals(Release.version())) return started;
            started.stop();
            throw new EngineException("The engine is " + started.report().version() + " and ImageJ's plugin is "
                    + Release.version() + "; install the engine again by " + EngineFolder.MENU + ".");
        } catch (EngineException e) {
            folder.verify();
            throw e;
        }
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        String heap = System.getProperty(HEAP);
        command.add(heap == null ? "-XX:MaxRAMPercentage=50" : "-Xmx" + heap);
        command.addAll(OPTIONS);
        command.add("-XX:ErrorFile=" + Path.of(System.getProperty("java.io.tmpdir"), "neural-style-%p.log"));
        for (String property : HANDED_ON)
            if (System.getProperty(property) != null) command.add("-D" + property + "=" + System.getProperty(property));
        command.addAll(List.of("-cp", CLASS_PATH, WorkerMain.class.getName()));
        return command;
    }
}
