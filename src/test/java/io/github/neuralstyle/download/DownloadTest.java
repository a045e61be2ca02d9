package io.github.neuralstyle.download;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.TestErrors;
import io.github.neuralstyle.util.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One server that behaves, and many that do not. */
class DownloadTest extends Downloads {

    private List<Integer> ranges() {
        return server.requests().stream().map(TestServer.Request::from).toList();
    }

    @Test
    void aGoodServerGivesTheFileAtOnce() throws Exception {
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
    void goesOnAfterAStall() throws Exception {
        patience = new RetryPolicy(Duration.ofMillis(400), Duration.ofMillis(1));
        assertArrives(answers.stall(0.5), answers.stall(0), answers.good());
        assertEquals(List.of(0, 150_000, 150_000), ranges());
        assertFails(answers.stall(0), "nothing came for 0.4 s");
        assertFails((request, client, out) -> client.getInputStream().read(), "the server did not answer for 0.4 s");
    }

    @Test
    void acceptsAServerThatIgnoresRangesOrGivesOthers() throws Exception {
        assertArrives(answers.cut(0.5), answers.ignoresRange(1));
        assertArrives(answers.cut(0.5), answers.otherRange(), answers.good());
        assertEquals(List.of(0, 150_000, 0), ranges());
        assertArrives(answers.otherRange(), answers.good());
        assertArrives(Answers.status(416), answers.good());
    }

    @Test
    void beginsAgainIfTheFileHasChanged() throws Exception {
        Answers old = new Answers(Answers.bytes(300_000, 2), "\"zero\"");
        assertArrives(old.cut(0.5), answers.good());
        Answers deaf = new Answers(Answers.bytes(300_000, 2), null);
        assertArrives(deaf.cut(0.5), new Answers(content, null).good());
        assertEquals(List.of(0, 150_000, 0), ranges());
    }

    @Test
    void needsNoSizeFromTheServer() throws Exception {
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
    void onlyOneThreadAtATimeDownloadsAFile() throws Exception {
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
    void reportsAFolderThatCannotBeWritten() throws Exception {
        serve(answers.good());
        Files.createDirectory(part());
        Files.createFile(part().resolve("something"));
        Exception error =
                assertThrows(IOException.class, () -> download(server.address("/file.h5"), ProgressListener.none()));
        TestErrors.assertSentence(error, "Cannot write " + file(), "make room or make the folder writable");
    }
}
