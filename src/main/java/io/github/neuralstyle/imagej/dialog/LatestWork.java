package io.github.neuralstyle.imagej.dialog;

import io.github.neuralstyle.image.Pixels;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Does the latest piece of work that was asked for, on a thread of its own and once nothing else has been asked for
 * during a moment; what is being done for an earlier one is stopped. No method waits.
 */
final class LatestWork implements AutoCloseable {

    private static final int MOMENT_MILLISECONDS = 300;

    /** Makes pictures. */
    @FunctionalInterface
    interface Work {
        void run(PreviewedInputs.Pictures pictures) throws IOException;
    }

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread daemon = new Thread(work, "Neural Style preview");
        daemon.setDaemon(true);
        return daemon;
    });
    private final Consumer<Pixels> pictures;
    private final Consumer<String> messages;
    private volatile Work latest;

    /**
     * @param pictures takes those of the latest work only, on its thread
     * @param messages takes what goes wrong with it; empty for nothing
     */
    LatestWork(Consumer<Pixels> pictures, Consumer<String> messages) {
        this.pictures = pictures;
        this.messages = messages;
    }

    void want(Work work) {
        latest = work;
        thread.schedule(() -> run(work), MOMENT_MILLISECONDS, TimeUnit.MILLISECONDS);
    }

    private void run(Work work) {
        if (latest != work) return;
        try {
            work.run(picture -> {
                if (latest == work) pictures.accept(picture);
                return latest == work;
            });
            tell(work, "");
        } catch (RuntimeException | IOException e) {
            tell(work, e.getMessage());
        }
    }

    private void tell(Work work, String message) {
        if (latest == work) messages.accept(message);
    }

    /** Stops the work. */
    void stop() {
        latest = null;
    }

    @Override
    public void close() {
        stop();
        thread.shutdownNow();
    }
}
