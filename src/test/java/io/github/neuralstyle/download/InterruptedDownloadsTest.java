package io.github.neuralstyle.download;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.download.TestServer.Answer;
import io.github.neuralstyle.util.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Downloads from a server that fails again and again, each time in one of many ways drawn at random, by a client that
 * is itself stopped now and then. 25 of them, or as many as {@code -Ddownloads=1000} says.
 */
class InterruptedDownloadsTest {

    private static final int DOWNLOADS = Integer.getInteger("downloads", 25), MOST_CALLS = 60;
    private static final RetryPolicy PATIENCE = new RetryPolicy(Duration.ofMillis(300), Duration.ofMillis(1));

    @TempDir
    private Path folder;

    private final Map<String, Integer> counts = new TreeMap<>();

    @Test
    void noneIsAcceptedUnlessWhole() throws Exception {
        for (int i = 0; i < DOWNLOADS; i++) download(i);
        System.out.println(DOWNLOADS + " interrupted downloads: " + counts);
        assertEquals(DOWNLOADS, counts.get("whole in the end"));
        for (String what : List.of("resumed", "failed with a message", "stopped by the client"))
            assertTrue(counts.getOrDefault(what, 0) > 0, what);
    }

    private void download(int seed) throws Exception {
        Random random = new Random(seed);
        byte[] content = Answers.bytes(1 + random.nextInt(200_000), seed);
        Answers answers = new Answers(content, random.nextInt(4) == 0 ? null : "\"" + seed + "\"");
        boolean sizeKnown = random.nextBoolean();
        Path file = folder.resolve("file");
        AtomicInteger faults = new AtomicInteger(1 + random.nextInt(12));
        Answer unreliable = (request, client, out) -> {
            boolean fails = faults.getAndDecrement() > 0;
            if (!fails && request.from() > 0) count("resumed");
            (fails ? fault(answers, content, random, sizeKnown) : answers.good()).write(request, client, out);
        };
        try (TestServer server = new TestServer(unreliable)) {
            RemoteFile remote = new RemoteFile(
                    server.address("/file"),
                    Answers.checksum(content),
                    sizeKnown ? content.length : RemoteFile.UNKNOWN);
            for (int call = 0;
                    !call(remote, file, faults.get() > 0 ? stopAt(random, content) : Long.MAX_VALUE);
                    call++) {
                assertFalse(Files.exists(file), "seed " + seed + ": a file that was not accepted");
                assertTrue(call < MOST_CALLS, "seed " + seed + ": still not done");
            }
        }
        assertArrayEquals(content, Files.readAllBytes(file), "seed " + seed);
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of("file", "file.lock"),
                    files.map(f -> f.getFileName().toString()).sorted().toList());
        }
        Files.delete(file);
        count("whole in the end");
    }

    private boolean call(RemoteFile remote, Path file, long stopAt) throws IOException, InterruptedException {
        try (DownloadTarget target = DownloadTarget.lock(file, ProgressListener.none())) {
            boolean done = Download.run(remote, target, PATIENCE, state -> state.bytes() < stopAt);
            if (!done) count("stopped by the client");
            return done;
        } catch (DownloadException failed) {
            count("failed with a message");
            return false;
        }
    }

    /** At a byte or, more often, never. */
    private static long stopAt(Random random, byte[] content) {
        synchronized (random) {
            return random.nextInt(3) == 0 ? random.nextInt(content.length) : Long.MAX_VALUE;
        }
    }

    private Answer fault(Answers answers, byte[] content, Random random, boolean sizeKnown) {
        double part;
        int kind;
        synchronized (random) {
            part = random.nextDouble();
            kind = random.nextInt(18);
        }
        count("faults");
        return switch (kind) {
            case 0, 1, 2 -> answers.cut(part);
            case 3, 4 -> answers.reset(part);
            case 5 -> answers.stall(part);
            case 6 -> answers.lie(-1 - (int) (part * (content.length - 1)));
            case 7 -> answers.lie(1 + (int) (part * 1000));
            case 8 -> answers.ignoresRange(part);
            case 9 -> answers.otherRange();
            case 10 -> answers.withoutLength(part);
            case 11 -> answers.chunks(part, false);
            case 12 -> answers.chunks(part, true);
            case 13 -> Answers.html();
            case 14 -> answers.wrongBytes();
            case 15 -> new Answers(Answers.bytes(content.length, 99), "\"other\"").cut(part);
            case 16 -> Answers.status(new int[] {404, 403, 500, 503, 416, 206, 204}[(int) (part * 7)]);
            default -> part < 0.3
                    ? Answers.silence()
                    : part < 0.6
                            ? Answers.garbage()
                            : part < 0.8 && sizeKnown
                                    ? Answers.endless()
                                    : Answers.status(302, "Location: file:///etc/passwd");
        };
    }

    private synchronized void count(String what) {
        counts.merge(what, 1, Integer::sum);
    }
}
