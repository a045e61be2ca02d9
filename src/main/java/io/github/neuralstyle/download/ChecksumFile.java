package io.github.neuralstyle.download;

import io.github.neuralstyle.download.DownloadState.Phase;
import io.github.neuralstyle.util.Checksum;
import io.github.neuralstyle.util.ProgressListener;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CancellationException;

/** The SHA-256 that a server offers in a small file beside another one, as the program sha256sum writes it. */
public final class ChecksumFile {

    private static final String ENDING = ".sha256";
    private static final int MOST = 1 << 12;

    private ChecksumFile() {}

    /**
     * Asks once for the checksum of {@code FILE} in {@code FILE.sha256}.
     *
     * @param address of the file that the checksum is of
     * @return null if the listener or an interruption of the thread has stopped it
     * @throws IllegalArgumentException if the address is not one to download from
     * @throws DownloadException if it cannot be had
     */
    public static Checksum fetch(String address, RetryPolicy patience, ProgressListener<DownloadState> listener)
            throws DownloadException {
        URI file = Addresses.parse(address);
        RemoteFile list = new RemoteFile(
                file.resolve(file.getRawPath() + ENDING), null, RemoteFile.UNKNOWN, "give the checksum of " + file);
        DownloadState connecting = new DownloadState(Phase.CONNECTING, 0, RemoteFile.UNKNOWN, 0, Duration.ZERO);
        Runnable stillWanted = () -> {
            if (!listener.update(connecting)) throw new CancellationException();
        };
        try (Connection connection = Connection.open(list, 0, null, patience, stillWanted)) {
            if (connection.status() != 200)
                throw DownloadException.of(list, "the server answered " + connection.status(), null);
            String text = text(connection.body(), patience, stillWanted);
            String sum = text.strip().split("\\s", 2)[0];
            return new Checksum(Checksum.Algorithm.SHA256, sum);
        } catch (IllegalArgumentException e) {
            throw DownloadException.of(list, "what came is no checksum", e);
        } catch (DownloadException e) {
            throw e;
        } catch (IOException e) {
            throw DownloadException.onTheWay(list, new TransientException(e, file.getHost()).getMessage(), e);
        } catch (CancellationException stopped) {
            return null;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private static String text(ResponseBody body, RetryPolicy patience, Runnable stillWanted)
            throws IOException, InterruptedException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long heard = System.nanoTime();
        while (bytes.size() < MOST) {
            stillWanted.run();
            for (ByteBuffer buffer : body.take(Connection.SLICE)) {
                byte[] part = new byte[buffer.remaining()];
                buffer.get(part);
                bytes.write(part);
                heard = System.nanoTime();
            }
            if (body.ended()) break;
            if (System.nanoTime() - heard > patience.stall().toNanos())
                throw new IOException("nothing came for " + patience.stallText());
        }
        return bytes.toString(StandardCharsets.US_ASCII);
    }
}
