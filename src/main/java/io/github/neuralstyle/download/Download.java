package io.github.neuralstyle.download;

import io.github.neuralstyle.download.DownloadState.Phase;
import io.github.neuralstyle.util.Checksum;
import io.github.neuralstyle.util.ProgressListener;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/**
 * Fetches a file over HTTP. What has arrived is kept beside the target as {@code FILE.part}, from where the next attempt
 * or the next call goes on; it gets its name only when it is whole and its checksum is right.
 */
public final class Download {

    private static final int MOST_IN_VAIN = 5, MOST_ATTEMPTS = 200;

    private final RemoteFile source;
    private final Path target;
    private final PartialFile part;
    private final RetryPolicy patience;
    private final DownloadAttempts attempts;

    private Download(RemoteFile source, Path target, RetryPolicy patience, ProgressListener<DownloadState> listener) {
        this.source = source;
        this.target = target;
        this.patience = patience;
        part = new PartialFile(target);
        attempts = new DownloadAttempts(source, part, patience, listener);
    }

    /**
     * Fetches a file, unless it is there already.
     *
     * @return whether it is there now; if not, the listener or an interruption of the thread has stopped it, and what
     *         has arrived is kept
     * @throws DownloadException if it cannot be had from there
     * @throws IOException if it cannot be written
     */
    public static boolean run(
            RemoteFile source, DownloadTarget target, RetryPolicy patience, ProgressListener<DownloadState> listener)
            throws IOException {
        Path file = target.file();
        try {
            if (!Files.isRegularFile(file) || !source.checksum().matches(file))
                new Download(source, file, patience, listener).fetch();
            return true;
        } catch (CancellationException | ClosedByInterruptException stopped) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        } catch (DownloadException e) {
            throw e;
        } catch (IOException e) {
            throw DownloadTarget.unwritable(file, e);
        }
    }

    private void fetch() throws IOException, InterruptedException {
        long most = part.size();
        int inVain = 0;
        for (int i = 1; ; i++) {
            TransientException failure;
            try {
                attempts.next();
                verify();
                return;
            } catch (TransientException e) {
                failure = e;
            }
            inVain = attempts.have() > most ? 1 : inVain + 1;
            most = Math.max(most, attempts.have());
            if (inVain == MOST_IN_VAIN || i == MOST_ATTEMPTS || failure.isUnreachable() && !attempts.answered())
                throw DownloadException.onTheWay(
                        source,
                        failure.getMessage()
                                + (part.size() == 0
                                        ? ""
                                        : ", and the " + part.size()
                                                + " bytes that have arrived are kept for the next time"),
                        failure);
            pause(patience.pause().multipliedBy(1L << inVain - 1));
        }
    }

    private void verify() throws TransientException, IOException {
        Checksum actual = Checksum.of(part.file(), source.checksum().algorithm());
        if (actual.equals(source.checksum())) {
            part.finish(target);
            return;
        }
        part.delete();
        String problem = "what came is not the file and was deleted, for its checksum is " + actual + " instead of "
                + source.checksum();
        if (attempts.pieced()) throw new TransientException(problem);
        throw DownloadException.of(source, problem, null);
    }

    private void pause(Duration time) throws InterruptedException {
        for (long end = System.nanoTime() + time.toNanos(), left = time.toNanos();
                left > 0;
                left = end - System.nanoTime()) {
            attempts.tell(Phase.CONNECTING);
            TimeUnit.NANOSECONDS.sleep(Math.min(left, Connection.SLICE.toNanos()));
        }
    }
}
