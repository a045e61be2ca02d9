package io.github.neuralstyle.model.install;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.TestProcess;
import io.github.neuralstyle.download.Answers;
import io.github.neuralstyle.download.RemoteFile;
import io.github.neuralstyle.download.RetryPolicy;
import io.github.neuralstyle.download.TestServer;
import io.github.neuralstyle.download.TestServer.Answer;
import io.github.neuralstyle.util.Checksum;
import io.github.neuralstyle.util.ProgressListener;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several Java virtual machines that install the same network. */
class ConcurrentInstallationTest {

    private static final RetryPolicy PATIENCE = new RetryPolicy(Duration.ofSeconds(60), Duration.ofMillis(10));

    @TempDir
    private Path folder;

    private final byte[] content = Answers.bytes(400_000, 1);
    private final Answers answers = new Answers(content, "\"one\"");

    /** Installed is what lies in the folder {@code installed}; each import leaves a trace of its process. */
    record CopyingImporter(Path folder) implements ModelInstallation.Importer {

        @Override
        public boolean has(String name) {
            return Files.exists(folder.resolve("installed").resolve(name));
        }

        @Override
        public void add(String name, Path weights, String terms) throws IOException {
            Files.createDirectories(folder.resolve("installed"));
            Files.createFile(folder.resolve("import-" + ProcessHandle.current().pid()));
            Files.copy(weights, folder.resolve("installed").resolve(name));
        }
    }

    /** Installs into the first argument from the address in the second, with the checksum in the third. */
    public static void main(String... arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        RemoteFile file = new RemoteFile(URI.create(arguments[1]), Checksum.parse(arguments[2]), RemoteFile.UNKNOWN);
        ModelInstallation.Outcome outcome = ModelInstallation.run(
                "net",
                file,
                "terms",
                folder.resolve("downloads"),
                new CopyingImporter(folder),
                PATIENCE,
                ProgressListener.none());
        System.exit(outcome == ModelInstallation.Outcome.STOPPED ? 1 : 0);
    }

    private Process start(TestServer server) throws IOException {
        return TestProcess.start(
                ConcurrentInstallationTest.class,
                Map.of(),
                folder.toString(),
                server.address("/net.h5").toString(),
                Answers.checksum(content).toString());
    }

    private void assertDone(Process process) throws InterruptedException {
        assertTrue(process.waitFor(2, TimeUnit.MINUTES));
        assertEquals(0, process.exitValue());
    }

    private void assertOneGoodFile() throws IOException {
        assertArrayEquals(
                content, Files.readAllBytes(folder.resolve("installed").resolve("net")));
        try (Stream<Path> left = Files.list(folder.resolve("downloads"));
                Stream<Path> all = Files.list(folder)) {
            assertEquals(
                    List.of("net.h5.lock"),
                    left.map(f -> f.getFileName().toString()).toList());
            assertEquals(
                    1,
                    all.filter(f -> f.getFileName().toString().startsWith("import-"))
                            .count());
        }
    }

    @Test
    void twoProcessesAtOnce() throws Exception {
        Process[] processes = new Process[2];
        Answer whileBothRun = (request, client, out) -> {
            while (processes[1] == null) TimeUnit.MILLISECONDS.sleep(10);
            TimeUnit.MILLISECONDS.sleep(500);
            answers.good().write(request, client, out);
        };
        try (TestServer server = new TestServer(whileBothRun)) {
            processes[0] = start(server);
            processes[1] = start(server);
            for (Process process : processes) assertDone(process);
            assertEquals(1, server.requests().size());
        }
        assertOneGoodFile();
    }

    @Test
    void aProcessThatIsKilledLeavesNoLockAndWhatHasArrived() throws Exception {
        try (TestServer server = new TestServer(Answers.inTurn(answers.stall(0.5), answers.good()))) {
            Process killed = start(server);
            Path part = folder.resolve("downloads").resolve("net.h5.part");
            while (!Files.exists(part) || Files.size(part) < content.length / 2) TimeUnit.MILLISECONDS.sleep(20);
            killed.destroyForcibly().waitFor();
            assertArrayEquals(Arrays.copyOf(content, content.length / 2), Files.readAllBytes(part));
            assertDone(start(server));
            assertEquals(
                    List.of(0, content.length / 2),
                    server.requests().stream().map(TestServer.Request::from).toList());
        }
        assertOneGoodFile();
    }
}
