package io.github.neuralstyle.download;

import io.github.neuralstyle.download.DownloadState.Phase;
import io.github.neuralstyle.util.Checksum;
import io.github.neuralstyle.util.ProgressListener;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/**
 * Downloads a file over HTTP. Received bytes are kept beside the target as {@code FILE.part}, and the next attempt or call
 * resumes from there; the file gets its name only when it is complete and its checksum is right.
 */
public final class Download {

    private static final int MAX_FRUITLESS_ATTEMPTS = 5, MAX_ATTEMPTS = 200, MAX_CHECKSUM_FILE = 1 << 12;

    private final RemoteFile source;
    private final DownloadTarget target;
    private final RetryPolicy policy;
    private final DownloadAttempts attempts;

    private Download(
            RemoteFile source, DownloadTarget target, RetryPolicy policy, ProgressListener<DownloadState> listener) {
        this.source = source;
        this.target = target;
        this.policy = policy;
        attempts = new DownloadAttempts(source, target, policy, listener);
    }

    /**
     * Downloads a file, unless it is there already.
     *
     * @return whether it is there now; if not, the listener or an interruption of the thread stopped the download, and the
     *         received bytes are kept
     * @throws DownloadException if the file cannot be downloaded from there
     * @throws IOException if it cannot be written
     */
    public static boolean run(
            RemoteFile source, DownloadTarget target, RetryPolicy policy, ProgressListener<DownloadState> listener)
            throws IOException {
        Path file = target.file();
        try {
            if (!Files.isRegularFile(file) || !source.checksum().matches(file))
                new Download(source, target, policy, listener).fetch();
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
        long max = target.received();
        int fruitless = 0;
        for (int i = 1; ; i++) {
            DownloadException.Transient failure;
            try {
                attempts.next();
                verify();
                return;
            } catch (DownloadException.Transient e) {
                failure = e;
            }
            fruitless = attempts.received() > max ? 1 : fruitless + 1;
            max = Math.max(max, attempts.received());
            if (fruitless == MAX_FRUITLESS_ATTEMPTS
                    || i == MAX_ATTEMPTS
                    || failure.isUnreachable() && !attempts.answered())
                throw DownloadException.onTheWay(source, failure.getMessage() + kept(), failure);
            pause(policy.pause().multipliedBy(1L << fruitless - 1));
        }
    }

    private String kept() throws IOException {
        long bytes = target.received();
        return bytes == 0 ? "" : ", and the " + bytes + " bytes that have arrived are kept for the next time";
    }

    private void verify() throws DownloadException.Transient, IOException {
        Checksum actual = Checksum.of(target.part(), source.checksum().algorithm());
        if (actual.equals(source.checksum())) {
            target.finish();
            return;
        }
        target.discard();
        String problem = "what came is not the file and was deleted, for its checksum is " + actual + " instead of "
                + source.checksum();
        if (attempts.mayBeInconsistent()) throw new DownloadException.Transient(problem);
        throw DownloadException.of(source, problem, null);
    }

    private void pause(Duration time) throws InterruptedException {
        for (long end = System.nanoTime() + time.toNanos(), left = time.toNanos();
                left > 0;
                left = end - System.nanoTime()) {
            attempts.report(Phase.CONNECTING);
            TimeUnit.NANOSECONDS.sleep(Math.min(left, Connection.SLICE.toNanos()));
        }
    }

    /**
     * Downloads the SHA-256 of {@code FILE} from {@code FILE.sha256}, in the format of sha256sum, in one attempt.
     *
     * @param address of the file, not of its checksum
     * @return null if the listener or an interruption of the thread stopped the download
     * @throws IllegalArgumentException if the address is not allowed
     * @throws DownloadException if it cannot be downloaded
     */
    public static Checksum checksum(String address, RetryPolicy policy, ProgressListener<DownloadState> listener)
            throws DownloadException {
        URI file = Addresses.parse(address);
        RemoteFile list = new RemoteFile(
                file.resolve(file.getRawPath() + ".sha256"), null, RemoteFile.UNKNOWN, "give the checksum of " + file);
        DownloadState connecting = new DownloadState(Phase.CONNECTING, 0, RemoteFile.UNKNOWN, 0, Duration.ZERO);
        Runnable checkCancelled = () -> {
            if (!listener.update(connecting)) throw new CancellationException();
        };
        try (Connection connection = Connection.open(list, 0, null, policy, checkCancelled)) {
            if (connection.status() != 200)
                throw DownloadException.of(list, "the server answered " + connection.status(), null);
            String sum = text(connection.body(), checkCancelled).strip().split("\\s", 2)[0];
            return new Checksum(Checksum.Algorithm.SHA256, sum);
        } catch (IllegalArgumentException e) {
            throw DownloadException.of(list, "what came is no checksum", e);
        } catch (DownloadException e) {
            throw e;
        } catch (IOException e) {
            throw DownloadException.onTheWay(list, DownloadException.describe(e, file.getHost()), e);
        } catch (CancellationException stopped) {
            return null;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private static String text(ResponseBody body, Runnable checkCancelled) throws IOException, InterruptedException {
        StringBuilder text = new StringBuilder();
        while (!body.ended() && text.length() < MAX_CHECKSUM_FILE) {
            checkCancelled.run();
            for (ByteBuffer buffer : body.take()) text.append(StandardCharsets.US_ASCII.decode(buffer));
        }
        return text.toString();
    }
}
