package io.github.neuralstyle.download;

import io.github.neuralstyle.download.TestServer.Answer;
import io.github.neuralstyle.download.TestServer.Request;
import io.github.neuralstyle.util.Checksum;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;

/** Answers of a server that has a file: one good, all others not. */
public final class Answers {

    private final byte[] file;
    private final String tag;

    /** @param tag the entity tag, or null for a server that gives none */
    public Answers(byte[] file, String tag) {
        this.file = file;
        this.tag = tag;
    }

    public static byte[] bytes(int count, long seed) {
        byte[] bytes = new byte[count];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    /** An answer without a body to speak of. */
    public static Answer status(int status, String... headers) {
        String text = headers.length == 0 ? "Content-Length: 0" : String.join("\r\n", headers);
        return (request, client, out) -> head(out, status, text);
    }

    public static Answer html() {
        return (request, client, out) -> {
            head(out, 200, "Content-Type: text/html; charset=utf-8\r\nContent-Length: 12");
            out.write("<html></html".getBytes(StandardCharsets.US_ASCII));
        };
    }

    public static Answer garbage() {
        return (request, client, out) -> out.write("Who is there?\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    /** Hangs up without a word. */
    public static Answer silence() {
        return (request, client, out) -> {};
    }

    /** The file, or the rest that is asked for, by the rules. */
    public Answer good() {
        return part(1, false, 0);
    }

    /** Hangs up after a part of what was announced. */
    Answer cut(double part) {
        return part(part, false, 0);
    }

    /** Breaks the connection after a part of what was announced. */
    Answer reset(double part) {
        return (request, client, out) -> {
            part(part, false, 0).write(request, client, out);
            out.flush();
            client.setSoLinger(true, 0);
        };
    }

    /** Sends nothing more after a part, and keeps the line. */
    public Answer stall(double part) {
        return (request, client, out) -> {
            part(part, false, 0).write(request, client, out);
            out.flush();
            while (client.getInputStream().read() >= 0) continue;
        };
    }

    /** Announces more bytes, or fewer, than the file has. */
    Answer lie(int more) {
        return part(1, false, more);
    }

    /** The file from the beginning, whatever is asked for. */
    Answer ignoresRange(double part) {
        return part(part, true, 0);
    }

    /** Other bytes than those asked for, and it says so. */
    Answer otherRange() {
        return (request, client, out) -> {
            int from = Math.max(0, Math.min(request.from(), file.length) - 1);
            head(out, 206, "Content-Length: " + (file.length - from) + "\r\nContent-Range: " + range(from));
            out.write(file, from, file.length - from);
        };
    }

    /** A part, without saying how much there is. */
    Answer withoutLength(double part) {
        return (request, client, out) -> {
            head(out, 200, "Content-Type: application/octet-stream");
            out.write(file, 0, (int) (part * file.length));
        };
    }

    /** In chunks, and it stops before the last one. */
    Answer chunks(double part, boolean toTheEnd) {
        return (request, client, out) -> {
            head(out, 200, "Transfer-Encoding: chunked");
            int end = (int) (part * file.length);
            for (int i = 0, n; i < end; i += n) {
                n = Math.min(1000, end - i);
                out.write((Integer.toHexString(n) + "\r\n").getBytes(StandardCharsets.US_ASCII));
                out.write(file, i, n);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            if (toTheEnd) out.write("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        };
    }

    /** More and more bytes, in chunks. */
    public static Answer endless() {
        return (request, client, out) -> {
            head(out, 200, "Transfer-Encoding: chunked");
            byte[] chunk = ("400\r\n" + "x".repeat(1024) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            while (true) out.write(chunk);
        };
    }

    /** As many bytes as there should be, but others. */
    Answer wrongBytes() {
        byte[] wrong = file.clone();
        wrong[wrong.length / 2]++;
        return new Answers(wrong, tag).good();
    }

    private Answer part(double part, boolean fromStart, int lie) {
        return (request, client, out) -> {
            int from = fromStart || !isCurrent(request) ? 0 : request.from();
            if (from >= file.length && from > 0) {
                head(out, 416, "Content-Length: 0\r\nContent-Range: bytes */" + file.length);
                return;
            }
            int count = file.length - from;
            head(
                    out,
                    from == 0 ? 200 : 206,
                    "Content-Length: " + (count + lie) + (tag == null ? "" : "\r\nETag: " + tag)
                            + (from == 0 ? "" : "\r\nContent-Range: " + range(from)));
            out.write(file, from, (int) (part * count));
        };
    }

    private boolean isCurrent(Request request) {
        String condition = request.headers().get("If-Range");
        return condition == null || condition.equals(tag);
    }

    private String range(int from) {
        return "bytes " + from + "-" + (file.length - 1) + "/" + file.length;
    }

    private static void head(OutputStream out, int status, String headers) throws IOException {
        String text = "HTTP/1.1 " + status + " Whatever\r\nConnection: close\r\n" + headers + "\r\n\r\n";
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Each in turn, and the last one for ever. */
    public static Answer inTurn(Answer... answers) {
        int[] next = {0};
        return (request, client, out) -> {
            Answer answer;
            synchronized (next) {
                answer = answers[Math.min(next[0]++, answers.length - 1)];
            }
            answer.write(request, client, out);
        };
    }

    /** The checksum that the publisher gives. */
    public static Checksum checksum(byte[] file) {
        try {
            return new Checksum(
                    Checksum.Algorithm.MD5,
                    HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
