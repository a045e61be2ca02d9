package io.github.neuralstyle.download;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.TestErrors;
import io.github.neuralstyle.download.TestServer.Answer;
import io.github.neuralstyle.util.ProgressListener;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One server that behaves, and many that do not. */
class DownloadTest {

    @TempDir
    private Path folder;

    private final byte[] content = Answers.bytes(300_000, 1);
    private final Answers answers = new Answers(content, "\"one\"");
    private TestServer server;
    private RetryPolicy patience = new RetryPolicy(Duration.ofSeconds(20), Duration.ofMillis(1));
    private boolean sizeKnown = true;

    @AfterEach
    void stop() throws IOException {
        if (server != null) server.close();
    }

    private Path file() {
        return folder.resolve("file.h5");
    }

    private Path part() {
        return folder.resolve("file.h5.part");
    }

    private RemoteFile remote(URI address) {
        return new RemoteFile(address, Answers.checksum(content), sizeKnown ? content.length : RemoteFile.UNKNOWN);
    }

    private boolean download(URI address, ProgressListener<DownloadState> listener) throws Exception {
        try (DownloadTarget target = DownloadTarget.lock(file(), ProgressListener.none())) {
            return Download.run(remote(address), target, patience, listener);
        }
    }

    private void serve(Answer... inTurn) throws IOException {
        stop();
        server = new TestServer(Answers.inTurn(inTurn));
    }

    private void assertArrives(Answer... inTurn) throws Exception {
        serve(inTurn);
        assertTrue(download(server.address("/file.h5"), ProgressListener.none()));
        assertArrayEquals(content, Files.readAllBytes(file()));
        assertOnly("file.h5");
        Files.delete(file());
    }

    private void assertFails(Answer answer, String... words) throws Exception {
        serve(answer);
        assertFails(server.address("/file.h5"), words);
    }

    private void assertFails(URI address, String... words) {
        Exception error = assertThrows(DownloadException.class, () -> download(address, ProgressListener.none()));
        TestErrors.assertSentence(error, words);
        TestErrors.assertSentence(
                error,
                "Cannot download " + address + ": ",
                "download " + address + " in a browser and run neural-style model import file.h5.");
        assertFalse(Files.exists(file()));
    }

    /** Besides the lock. */
    private void assertOnly(String... names) throws IOException {
        try (var files = Files.list(folder)) {
            assertEquals(
                    List.of(names),
                    files.map(f -> f.getFileName().toString())
                            .filter(n -> !n.endsWith(".lock"))
                            .sorted()
                            .toList());
        }
    }

    private List<Integer> ranges() {
        return server.requests().stream().map(TestServer.Request::from).toList();
    }

    @Test
    void aGoodServer() throws Exception {
        List<DownloadState> states = new ArrayList<>();
        serve(answers.good());
        assertTrue(download(server.address("/file.h5"), states::add));
        DownloadState last = states.get(states.size() - 1);
        assertEquals(content.length, last.bytes());
        assertEquals(content.length, last.total());
        assertTrue(last.bytesPerSecond() > 0);
        assertTrue(download(server.address("/file.h5"), ProgressListener.none()));
        assertEquals(1, server.requests().size(), "asked again for what is there");
    }

    @Test
    void goesOnAfterACut() throws Exception {
        assertArrives(answers.cut(0.5), answers.good());
        assertEquals(List.of(0, 150_000), ranges());
        assertEquals("\"one\"", server.requests().get(1).headers().get("If-Range"));
        assertArrives(new Answers(content, null).cut(0.5), new Answers(content, null).good());
        assertEquals(List.of(0, 150_000), ranges());
        assertArrives(answers.reset(0.9), Answers.silence(), Answers.garbage(), Answers.status(503), answers.good());
    }

    @Test
    void aStall() throws Exception {
        patience = new RetryPolicy(Duration.ofMillis(400), Duration.ofMillis(1));
        assertArrives(answers.stall(0.5), answers.stall(0), answers.good());
        assertEquals(List.of(0, 150_000, 150_000), ranges());
        assertFails(answers.stall(0), "nothing came for 0.4 s");
        assertFails((request, client, out) -> client.getInputStream().read(), "the server did not answer for 0.4 s");
    }

    @Test
    void aServerThatIgnoresRangesOrGivesOthers() throws Exception {
        assertArrives(answers.cut(0.5), answers.ignoresRange(1));
        assertArrives(answers.cut(0.5), answers.otherRange(), answers.good());
        assertEquals(List.of(0, 150_000, 0), ranges());
        assertArrives(answers.otherRange(), answers.good());
        assertArrives(Answers.status(416), answers.good());
    }

    @Test
    void aFileThatChangesMeanwhile() throws Exception {
        Answers old = new Answers(Answers.bytes(300_000, 2), "\"zero\"");
        assertArrives(old.cut(0.5), answers.good());
        Answers deaf = new Answers(Answers.bytes(300_000, 2), null);
        assertArrives(deaf.cut(0.5), new Answers(content, null).good());
        assertEquals(List.of(0, 150_000, 0), ranges());
    }

    @Test
    void aServerThatDoesNotTellTheSize() throws Exception {
        assertArrives(answers.withoutLength(0.7), answers.withoutLength(1));
        assertArrives(answers.chunks(0.7, false), answers.chunks(1, true));
        sizeKnown = false;
        assertArrives(answers.good());
        assertArrives(answers.withoutLength(0.7), answers.withoutLength(1));
        assertArrives(answers.chunks(0.7, true), answers.chunks(1, true));
        Files.write(part(), content);
        assertArrives(answers.good());
        assertEquals(List.of(content.length), ranges());
    }

    @Test
    void whatIsWholeAlreadyIsNotAskedFor() throws Exception {
        Files.write(part(), content);
        assertArrives(Answers.status(404));
        assertEquals(List.of(), server.requests());
        Files.write(part(), Answers.bytes(300_000, 3));
        assertArrives(answers.good());
        Files.write(part(), Answers.bytes(300_001, 3));
        assertArrives(answers.good());
        Files.write(file(), Answers.bytes(300_000, 3));
        assertArrives(answers.good());
    }

    @Test
    void wrongContent() throws Exception {
        assertFails(answers.wrongBytes(), "checksum is md5:", "instead of " + Answers.checksum(content), "deleted");
        assertOnly();
        assertFails(Answers.html(), "a web page instead of the file", "Java knows of no proxy");
        assertFails(answers.lie(-1), "has a file of 299999 bytes", "must be of 300000");
        assertFails(answers.lie(1), "has a file of 300001 bytes");
        assertFails(Answers.endless(), "sent more than 300000 bytes");
        assertOnly();
        sizeKnown = false;
        assertFails(answers.lie(-1), "checksum is");
        assertArrives(answers.lie(1));
        assertFails(
                Answers.status(200, "Content-Length: 5000000000"),
                "has 5000000000 bytes, and at most 4294967296 are taken");
    }

    @Test
    void senselessHeaders() throws Exception {
        for (String length : new String[] {"many", "-5", "99999999999999999999", ""})
            assertFails(Answers.status(200, "Content-Length: " + length));
        assertFails(
                Answers.status(206, "Content-Length: 0", "Content-Range: bytes 0-4/*"),
                "another part than was asked for");
        assertOnly();
    }

    @Test
    void aWebPageDoesNotReplaceWhatHasArrived() throws Exception {
        serve(answers.cut(0.5), Answers.html());
        assertThrows(DownloadException.class, () -> download(server.address("/file.h5"), ProgressListener.none()));
        assertEquals(150_000, Files.size(part()));
    }

    @Test
    void refusals() throws Exception {
        assertFails(Answers.status(404), "the server answered 404");
        assertFails(Answers.status(407), "the proxy wants a password");
        assertEquals(1, server.requests().size());
        assertFails(Answers.status(503), "the server answered 503");
        assertEquals(5, server.requests().size());
        assertFails(Answers.garbage(), "the connection to localhost broke");
    }

    @Test
    void aCutThatGainsNothingEndsInTheEnd() throws Exception {
        assertFails(answers.ignoresRange(0.5), "the 150000 bytes that have arrived are kept");
    }

    @Test
    void redirections() throws Exception {
        assertArrives(
                Answers.status(302, "Location: /elsewhere"), Answers.status(308, "Location: file.h5"), answers.good());
        assertEquals(
                List.of("/file.h5", "/elsewhere", "/file.h5"),
                server.requests().stream().map(TestServer.Request::path).toList());
        assertFails(Answers.status(301, "Location: /file.h5"), "leads on more than 5 times");
        assertEquals(6, server.requests().size());
        for (String location : new String[] {
            "file:///etc/passwd", "ftp://localhost/file.h5", "http://example.org/file.h5", "https://", "%%"
        })
            assertFails(
                    Answers.status(302, "Location: " + location), "leads on to \"" + location + "\"", "only https is");
        assertFails(Answers.status(302), "leads on to \"\"");
    }

    @Test
    void nobodyListens() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        assertFails(
                URI.create("http://localhost:" + port + "/file.h5"),
                "no connection to localhost",
                "Java knows of no proxy");
        assertOnly();
    }

    @Test
    void stopsWhenTheListenerSaysSoAndGoesOnLater() throws Exception {
        serve(answers.stall(0.5), answers.good());
        assertFalse(download(server.address("/file.h5"), state -> state.bytes() < 150_000));
        assertOnly("file.h5.part", "file.h5.part.version");
        assertEquals(150_000, Files.size(part()));
        assertTrue(download(server.address("/file.h5"), ProgressListener.none()));
        assertEquals(List.of(0, 150_000), ranges());
        assertOnly("file.h5");
    }

    @Test
    void stopsWhenTheThreadIsInterrupted() throws Exception {
        serve(answers.stall(0.5), answers.good());
        assertFalse(download(server.address("/file.h5"), state -> {
            if (state.bytes() == 150_000) Thread.currentThread().interrupt();
            return true;
        }));
        assertTrue(Thread.interrupted());
        assertTrue(download(server.address("/file.h5"), ProgressListener.none()));
        assertArrayEquals(content, Files.readAllBytes(file()));
    }

    @Test
    void anotherThreadIsAtIt() throws Exception {
        try (DownloadTarget mine = DownloadTarget.lock(file(), ProgressListener.none())) {
            List<DownloadState.Phase> phases = new ArrayList<>();
            assertEquals(null, DownloadTarget.lock(file(), state -> {
                phases.add(state.phase());
                return phases.size() < 2;
            }));
            assertEquals(
                    List.of(DownloadState.Phase.WAITING_FOR_ANOTHER, DownloadState.Phase.WAITING_FOR_ANOTHER), phases);
        }
        DownloadTarget.lock(file(), ProgressListener.none()).close();
    }

    @Test
    void aFolderThatCannotBeWritten() throws Exception {
        serve(answers.good());
        Files.createDirectory(part());
        Files.createFile(part().resolve("something"));
        Exception error =
                assertThrows(IOException.class, () -> download(server.address("/file.h5"), ProgressListener.none()));
        TestErrors.assertSentence(error, "Cannot write " + file(), "make room or make the folder writable");
    }
}
