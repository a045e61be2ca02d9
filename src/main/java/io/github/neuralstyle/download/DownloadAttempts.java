package io.github.neuralstyle.download;

import io.github.neuralstyle.download.DownloadState.Phase;
import io.github.neuralstyle.util.ProgressListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CancellationException;

/** Requests for a file or the rest of it, each response appended to the part of a {@link DownloadTarget} and checked. */
final class DownloadAttempts {

    /** Responses of servers that may be temporary. */
    private static final Set<Integer> TEMPORARY = Set.of(408, 425, 429, 500, 502, 503, 504);

    /** Bytes per second, averaged with weights that fall by a factor of e in five seconds. */
    private static final class Speed {

        private static final double MEMORY_SECONDS = 5;

        private double bytes, seconds;
        private long last = System.nanoTime();

        void add(long count) {
            long now = System.nanoTime();
            double passed = (now - last) / 1e9, kept = Math.exp(-passed / MEMORY_SECONDS);
            last = now;
            bytes = bytes * kept + count;
            seconds = seconds * kept + passed;
        }

        double bytesPerSecond() {
            return seconds == 0 ? 0 : bytes / seconds;
        }

        /** The time for a number of bytes; zero if unknown. */
        Duration timeFor(long count) {
            double speed = bytesPerSecond();
            return count <= 0 || speed <= 0
                    ? Duration.ZERO
                    : Duration.ofMillis((long) Math.min(1e12, 1000 * count / speed));
        }
    }

    private final RemoteFile source;
    private final DownloadTarget target;
    private final RetryPolicy policy;
    private final ProgressListener<DownloadState> listener;
    private final Speed speed = new Speed();
    private long received, total;
    private boolean answered, mayBeInconsistent;

    DownloadAttempts(
            RemoteFile source, DownloadTarget target, RetryPolicy policy, ProgressListener<DownloadState> listener) {
        this.source = source;
        this.target = target;
        this.policy = policy;
        this.listener = listener;
        total = source.bytes();
    }

    /** Whether the server has responded at least once. */
    boolean answered() {
        return answered;
    }

    /** Whether the received bytes may be wrong though the server is right: they are of several responses, or cut off. */
    boolean mayBeInconsistent() {
        return mayBeInconsistent;
    }

    /** The number of bytes received so far. */
    long received() {
        return received;
    }

    /**
     * Makes one request, and receives the response.
     *
     * @throws DownloadException.Transient if the file is not complete after it
     * @throws DownloadException if other attempts would fail too
     * @throws IOException if the part cannot be written
     * @throws CancellationException if the listener stopped the download
     */
    void next() throws DownloadException.Transient, IOException, InterruptedException {
        received = target.received();
        if (received == source.bytes()) {
            mayBeInconsistent = true;
            return;
        }
        if (source.bytes() != RemoteFile.UNKNOWN && received > source.bytes()) discard();
        report(Phase.CONNECTING);
        try (Connection connection = open()) {
            answered = true;
            if (hasMore(connection)) receive(connection.body());
        }
    }

    private Connection open() throws DownloadException.Transient, IOException, InterruptedException {
        String version = target.version();
        try {
            return Connection.open(source, received, version, policy, () -> report(Phase.CONNECTING));
        } catch (DownloadException e) {
            throw e;
        } catch (IOException e) {
            throw new DownloadException.Transient(e, source.address().getHost());
        }
    }

    private boolean hasMore(Connection connection) throws DownloadException.Transient, IOException {
        int status = connection.status();
        switch (status) {
            case 200:
                checkAnnounced(connection, connection.length());
                discard();
                target.begin(connection.version());
                return true;
            case 206:
                OptionalLong size = connection.totalIfRestFrom(received);
                if (received == 0 || size.isEmpty() || isOther(connection.version()))
                    throw restart("the server sent another part than was asked for");
                checkAnnounced(connection, size.getAsLong());
                mayBeInconsistent = true;
                return true;
            case 416:
                if (received == 0 || !source.checksum().matches(target.part()))
                    throw restart("the server has no more of the file");
                return false;
            case 407:
                throw DownloadException.onTheWay(source, "the proxy wants a password", null);
            default:
                if (TEMPORARY.contains(status)) throw new DownloadException.Transient("the server answered " + status);
                throw DownloadException.of(source, "the server answered " + status, null);
        }
    }

    private boolean isOther(String version) throws IOException {
        return version != null && target.version() != null && !version.equals(target.version());
    }

    private DownloadException.Transient restart(String why) throws IOException {
        discard();
        return new DownloadException.Transient(why);
    }

    private void discard() throws IOException {
        target.discard();
        received = 0;
        mayBeInconsistent = false;
    }

    private void checkAnnounced(Connection connection, long announced) throws IOException {
        String type = connection.headers().firstValue("Content-Type").orElse("");
        if (type.toLowerCase(Locale.ROOT).startsWith("text/html"))
            throw DownloadException.onTheWay(
                    source,
                    "the server sent a web page instead of the file, as networks do that want one to log in",
                    null);
        if (source.bytes() != RemoteFile.UNKNOWN && announced != RemoteFile.UNKNOWN && announced != source.bytes())
            throw DownloadException.of(
                    source,
                    "the server has a file of " + announced + " bytes, and it must be of " + source.bytes(),
                    null);
        if (announced > RemoteFile.MAX_BYTES)
            throw DownloadException.of(
                    source,
                    "the file has " + announced + " bytes, and at most " + RemoteFile.MAX_BYTES + " are taken",
                    null);
        total = announced == RemoteFile.UNKNOWN ? source.bytes() : announced;
        long room =
                Files.getFileStore(target.part().toAbsolutePath().getParent()).getUsableSpace();
        if (room > 0 && total - target.received() > room)
            throw new IOException("it has " + total + " bytes, and the disk has room for " + room);
    }

    private void receive(ResponseBody body) throws DownloadException.Transient, IOException, InterruptedException {
        long max = total == RemoteFile.UNKNOWN ? RemoteFile.MAX_BYTES : total;
        try (FileChannel out = target.append()) {
            while (received <= max) {
                List<ByteBuffer> buffers = take(body);
                if (body.ended()) break;
                long count = buffers.stream().mapToLong(ByteBuffer::remaining).sum();
                received += count;
                speed.add(count);
                if (received <= max) DownloadTarget.write(out, buffers);
                report(Phase.RECEIVING);
            }
        }
        if (received > max) {
            discard();
            throw DownloadException.of(source, "the server sent more than " + max + " bytes", null);
        }
        if (total == RemoteFile.UNKNOWN) mayBeInconsistent = true;
        else if (received < total)
            throw new DownloadException.Transient("the connection ended after " + received + " of " + total + " bytes");
    }

    private List<ByteBuffer> take(ResponseBody body) throws DownloadException.Transient, InterruptedException {
        try {
            return body.take();
        } catch (IOException e) {
            throw new DownloadException.Transient(e, source.address().getHost());
        }
    }

    /** Reports the state to the listener. @throws CancellationException if it stopped the download */
    void report(Phase phase) {
        long left = total == RemoteFile.UNKNOWN ? 0 : total - received;
        if (!listener.update(new DownloadState(phase, received, total, speed.bytesPerSecond(), speed.timeFor(left))))
            throw new CancellationException();
    }
}
