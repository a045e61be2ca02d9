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
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Downloads of one file from a server of the test. */
abstract class Downloads {

    @TempDir
    Path folder;

    final byte[] content = Answers.bytes(300_000, 1);
    final Answers answers = new Answers(content, "\"one\"");
    TestServer server;
    RetryPolicy patience = new RetryPolicy(Duration.ofSeconds(20), Duration.ofMillis(1));
    boolean sizeKnown = true;

    @AfterEach
    void stop() throws IOException {
        if (server != null) server.close();
    }

    Path file() {
        return folder.resolve("file.h5");
    }

    Path part() {
        return folder.resolve("file.h5.part");
    }

    RemoteFile remote(URI address) {
        return new RemoteFile(address, Answers.checksum(content), sizeKnown ? content.length : RemoteFile.UNKNOWN);
    }

    boolean download(URI address, ProgressListener<DownloadState> listener) throws Exception {
        try (DownloadTarget target = DownloadTarget.lock(file(), ProgressListener.none())) {
            return Download.run(remote(address), target, patience, listener);
        }
    }

    void serve(Answer... inTurn) throws IOException {
        stop();
        server = new TestServer(Answers.inTurn(inTurn));
    }

    void assertArrives(Answer... inTurn) throws Exception {
        serve(inTurn);
        assertTrue(download(server.address("/file.h5"), ProgressListener.none()));
        assertArrayEquals(content, Files.readAllBytes(file()));
        assertOnly("file.h5");
        Files.delete(file());
    }

    void assertFails(Answer answer, String... words) throws Exception {
        serve(answer);
        assertFails(server.address("/file.h5"), words);
    }

    void assertFails(URI address, String... words) {
        Exception error = assertThrows(DownloadException.class, () -> download(address, ProgressListener.none()));
        TestErrors.assertSentence(error, words);
        TestErrors.assertSentence(
                error,
                "Cannot download " + address + ": ",
                "download " + address + " in a browser and run neural-style model import file.h5.");
        assertFalse(Files.exists(file()));
    }

    /** Besides the lock. */
    void assertOnly(String... names) throws IOException {
        try (var files = Files.list(folder)) {
            assertEquals(
                    List.of(names),
                    files.map(f -> f.getFileName().toString())
                            .filter(n -> !n.endsWith(".lock"))
                            .sorted()
                            .toList());
        }
    }
}
