package io.github.neuralstyle.download;

import io.github.neuralstyle.download.DownloadState.Phase;
import io.github.neuralstyle.util.ProgressListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CancellationException;

/** Requests for a file, or for the rest of it, each answer written to a {@link PartialFile}. No answer is believed. */
final class DownloadAttempts {

    /** Answers of servers that may be others soon. */
    private static final Set<Integer> PASSING = Set.of(408, 425, 429, 500, 502, 503, 504);

    private final RemoteFile source;
    private final PartialFile part;
    private final RetryPolicy patience;
    private final ProgressListener<DownloadState> listener;
    private final Speed speed = new Speed();
    private long have, total;
    private boolean answered, pieced;

    DownloadAttempts(
            RemoteFile source, PartialFile part, RetryPolicy patience, ProgressListener<DownloadState> listener) {
        this.source = source;
        this.part = part;
        this.patience = patience;
        this.listener = listener;
        total = source.bytes();
    }

    /** Whether any answer has come so far. */
    boolean answered() {
        return answered;
    }

    /** Whether what has arrived may be wrong without a server being wrong: it is of several answers, or its end is unknown. */
    boolean pieced() {
        return pieced;
    }

    /** How many bytes have arrived. */
    long have() {
        return have;
    }

    /**
     * Makes one request, and takes what comes.
     *
     * @throws TransientException if not all came
     * @throws DownloadException if no other attempt would fare better
     * @throws IOException if the part cannot be written
     * @throws CancellationException if the listener does not want it any more
     */
    void next() throws TransientException, IOException, InterruptedException {
        have = part.size();
        if (have == source.bytes()) {
            pieced = true;
            return;
        }
        if (source.bytes() != RemoteFile.UNKNOWN && have > source.bytes()) discard();
        tell(Phase.CONNECTING);
        try (Connection connection = open()) {
            answered = true;
            if (isMore(connection)) receive(connection.body());
        }
    }

    private Connection open() throws TransientException, IOException, InterruptedException {
        String version = part.version();
        try {
            return Connection.open(source, have, version, patience, () -> tell(Phase.CONNECTING));
        } catch (DownloadException e) {
            throw e;
        } catch (IOException e) {
            throw new TransientException(e, source.address().getHost());
        }
    }

    private boolean isMore(Connection connection) throws TransientException, IOException {
        int status = connection.status();
        switch (status) {
            case 200:
                checkAnnounced(
                        connection,
                        connection.headers().firstValueAsLong("Content-Length").orElse(RemoteFile.UNKNOWN));
                discard();
                part.begin(connection.version());
                return true;
            case 206:
                ContentRange range = ContentRange.parse(
                        connection.headers().firstValue("Content-Range").orElse(""));
                if (have == 0 || range == null || !range.isRestFrom(have) || isOther(connection.version()))
                    throw startAnew("the server sent another part than was asked for");
                checkAnnounced(connection, range.total());
                pieced = true;
                return true;
            case 416:
                if (have == 0 || !source.checksum().matches(part.file()))
                    throw startAnew("the server has no more of the file");
                return false;
            case 407:
                throw DownloadException.onTheWay(source, "the proxy wants a password", null);
            default:
                if (PASSING.contains(status)) throw new TransientException("the server answered " + status);
                throw DownloadException.of(source, "the server answered " + status, null);
        }
    }

    private boolean isOther(String version) throws IOException {
        return version != null && part.version() != null && !version.equals(part.version());
    }

    private TransientException startAnew(String why) throws IOException {
        discard();
        return new TransientException(why);
    }

    private void discard() throws IOException {
        part.delete();
        have = 0;
        pieced = false;
    }

    private void checkAnnounced(Connection connection, long announced) throws IOException {
        if (connection
                .headers()
                .firstValue("Content-Type")
                .orElse("")
                .toLowerCase(Locale.ROOT)
                .startsWith("text/html"))
            throw DownloadException.onTheWay(
                    source,
                    "the server sent a web page instead of the file, as networks do that want one to log in",
                    null);
        if (source.bytes() != RemoteFile.UNKNOWN && announced != RemoteFile.UNKNOWN && announced != source.bytes())
            throw DownloadException.of(
                    source,
                    "the server has a file of " + announced + " bytes, and it must be of " + source.bytes(),
                    null);
        if (announced > RemoteFile.MOST)
            throw DownloadException.of(
                    source,
                    "the file has " + announced + " bytes, and at most " + RemoteFile.MOST + " are taken",
                    null);
        total = announced == RemoteFile.UNKNOWN ? source.bytes() : announced;
        long room = Files.getFileStore(part.file().toAbsolutePath().getParent()).getUsableSpace();
        if (room > 0 && total - part.size() > room)
            throw new IOException("it has " + total + " bytes, and the disk has room for " + room);
    }

    private void receive(ResponseBody body) throws TransientException, IOException, InterruptedException {
        long most = total == RemoteFile.UNKNOWN ? RemoteFile.MOST : total;
        long heard = System.nanoTime();
        try (FileChannel out = part.append()) {
            while (have <= most) {
                List<ByteBuffer> buffers = take(body);
                if (body.ended()) break;
                long count = buffers.stream().mapToLong(ByteBuffer::remaining).sum();
                if (count > 0) heard = System.nanoTime();
                else if (System.nanoTime() - heard > patience.stall().toNanos())
                    throw new TransientException("nothing came for " + patience.stallText());
                have += count;
                speed.add(count);
                if (have <= most) PartialFile.write(out, buffers);
                tell(Phase.RECEIVING);
            }
        }
        if (have > most) {
            discard();
            throw DownloadException.of(source, "the server sent more than " + most + " bytes", null);
        }
        if (total == RemoteFile.UNKNOWN) pieced = true;
        else if (have < total)
            throw new TransientException("the connection ended after " + have + " of " + total + " bytes");
    }

    private List<ByteBuffer> take(ResponseBody body) throws TransientException, InterruptedException {
        try {
            return body.take(Connection.SLICE);
        } catch (IOException e) {
            throw new TransientException(e, source.address().getHost());
        }
    }

    /** Tells the listener where it stands. */
    void tell(Phase phase) {
        long more = total == RemoteFile.UNKNOWN ? 0 : total - have;
        if (!listener.update(new DownloadState(phase, have, total, speed.bytesPerSecond(), speed.timeFor(more))))
            throw new CancellationException();
    }
}
