package io.github.neuralstyle.model.install;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.TestErrors;
import io.github.neuralstyle.download.Answers;
import io.github.neuralstyle.download.RemoteFile;
import io.github.neuralstyle.download.RetryPolicy;
import io.github.neuralstyle.download.TestServer;
import io.github.neuralstyle.util.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A download with what follows it. */
class ModelInstallationTest {

    @TempDir
    private Path folder;

    private final byte[] content = Answers.bytes(1000, 1);
    private final TestServer server = new TestServer(new Answers(content, null).good());
    private byte[] installed;
    private boolean importFails;

    private final ModelInstallation.Importer importer = new ModelInstallation.Importer() {
        @Override
        public boolean has(String name) {
            return installed != null;
        }

        @Override
        public void add(String name, Path weights, String terms) throws IOException {
            if (importFails) throw new IOException("These weights are not those of a VGG.");
            installed = Files.readAllBytes(weights);
        }
    };

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private ModelInstallation.Outcome install() throws IOException {
        RemoteFile file = RemoteFile.at(server.address("/net.h5").toString(), Answers.checksum(content));
        return ModelInstallation.run(
                "net",
                file,
                "terms",
                folder.resolve("downloads"),
                importer,
                RetryPolicy.USUAL,
                ProgressListener.none());
    }

    @Test
    void theFileGoesWhenItIsImported() throws Exception {
        assertEquals(ModelInstallation.Outcome.INSTALLED, install());
        assertArrayEquals(content, installed);
        assertFalse(Files.exists(folder.resolve("downloads").resolve("net.h5")));
        assertEquals(ModelInstallation.Outcome.WAS_INSTALLED, install());
        assertEquals(1, server.requests().size());
    }

    @Test
    void theFileStaysWhenItCannotBeImported() throws Exception {
        importFails = true;
        assertThrows(IOException.class, this::install);
        assertArrayEquals(
                content, Files.readAllBytes(folder.resolve("downloads").resolve("net.h5")));
        importFails = false;
        assertEquals(ModelInstallation.Outcome.INSTALLED, install());
        assertEquals(1, server.requests().size());
    }

    @Test
    void anInterruptedThreadDoesNotBegin() throws Exception {
        Thread.currentThread().interrupt();
        assertEquals(ModelInstallation.Outcome.STOPPED, install());
        assertTrue(Thread.interrupted());
        assertEquals(0, server.requests().size());
        assertEquals(ModelInstallation.Outcome.INSTALLED, install());
    }

    @Test
    void noFolderForDownloads() throws Exception {
        Files.createFile(folder.resolve("downloads"));
        TestErrors.assertSentence(
                assertThrows(IOException.class, this::install),
                "Cannot write",
                "net.h5",
                "make room or make the folder writable");
    }
}
