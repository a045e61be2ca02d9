package io.github.neuralstyle.model.weights;

import io.github.neuralstyle.util.Checksum;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** A file's SHA-256, computed while other work goes on; of half a gigabyte it takes seconds. */
public final class Fingerprint implements AutoCloseable {

    private final FutureTask<String> task;

    public Fingerprint(Path file) {
        task = new FutureTask<>(() -> Checksum.sha256(file));
        Thread thread = new Thread(task, "fingerprint");
        thread.setDaemon(true);
        thread.start();
    }

    /** Hexadecimal digits; waits for them. @throws IOException if the file cannot be read, or the thread is interrupted */
    public String get() throws IOException {
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException unreadable) throw unreadable;
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted.", e);
        }
    }

    /** Gives up where nobody wants to know any more. */
    @Override
    public void close() {
        task.cancel(true);
    }
}
