package io.github.neuralstyle.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.neuralstyle.util.ProgressListener;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Servers that refuse, redirect or send something else. */
class DownloadFailuresTest extends Downloads {

    @Test
    void refusesAndDeletesWrongContent() throws Exception {
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
    void reportsSenselessHeaders() throws Exception {
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
    void reportsARefusalAndRetriesWhatMayPass() throws Exception {
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
    void followsFewRedirectionsAndToHttpsOnly() throws Exception {
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
    void reportsThatNobodyListens() throws Exception {
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
}
