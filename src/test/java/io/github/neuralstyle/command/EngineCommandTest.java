package io.github.neuralstyle.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.github.neuralstyle.engine.install.EngineFolder;
import io.github.neuralstyle.engine.install.TestEngine;
import io.github.neuralstyle.engine.worker.TestHome;
import io.github.neuralstyle.util.Checksum;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.prefs.Preferences;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.event.EventSubscriber;
import org.scijava.task.event.TaskEvent;

/** The engine by the menu, in a home of its own. */
class EngineCommandTest {

    @TempDir
    private Path folder;

    private Path zip;
    private TestHome home;
    private Context context;
    private CommandService commands;
    private HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** While the home is still the one where SciJava's preferences lie. */
    @BeforeAll
    static void useTheRealHome() {
        Preferences.userRoot();
    }

    @BeforeEach
    void start() throws IOException {
        home = new TestHome(folder.resolve("home"));
        zip = TestEngine.zip(folder);
        context = new Context();
        commands = context.service(CommandService.class);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().getPath());
            Path file = folder.resolve(exchange.getRequestURI().getPath().substring(1));
            byte[] content = Files.exists(file) ? Files.readAllBytes(file) : new byte[1];
            exchange.sendResponseHeaders(Files.exists(file) ? 200 : 404, content.length);
            try (exchange) {
                exchange.getResponseBody().write(content);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        context.dispose();
        home.close();
    }

    private CommandModule run(String action, Object... more) throws Exception {
        Map<String, Object> inputs = new HashMap<>(Map.of("action", action));
        for (int i = 0; i < more.length; i += 2) inputs.put((String) more[i], more[i + 1]);
        return commands.run(EngineCommand.class, true, inputs).get();
    }

    private String report(String action, Object... more) throws Exception {
        CommandModule module = run(action, more);
        assertFalse(module.isCanceled(), module.getCancelReason());
        return (String) module.getOutput("report");
    }

    private void assertRefused(String reason, String action, Object... more) throws Exception {
        CommandModule module = run(action, more);
        assertTrue(module.isCanceled());
        assertTrue(module.getCancelReason().contains(reason), module.getCancelReason());
        assertNull(module.getOutput("report"));
    }

    private String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/engine.zip";
    }

    private String checksum() throws IOException {
        return Checksum.of(zip, Checksum.Algorithm.SHA256).toString();
    }

    @Test
    void installsAFileShowsAndVerifies() throws Exception {
        assertTrue(report("information").contains("The engine with TensorFlow is not installed"));
        String installed = report("install", "file", zip.toFile());
        assertTrue(
                installed.startsWith("The engine is installed.\nVersion ") && installed.contains(" 0.3 MB"), installed);
        Path engine = EngineFolder.require().path();
        assertTrue(installed.endsWith(engine.toString()), installed);
        assertTrue(report("information").contains(engine.toString()));
        assertTrue(report("verify").startsWith("All files of the engine are as they should be."));
        Path small = engine.resolve(TestEngine.SMALL);
        Files.writeString(small, Files.readString(small).toUpperCase());
        assertRefused("lib/neural-style.jar is not what it was", "verify");
        report("install", "file", zip.toFile());
        report("verify");
    }

    @Test
    void downloadsWithConsent() throws Exception {
        assertRefused(
                "Nothing was downloaded; give consent to download and run what comes from " + address() + ".",
                "install",
                "address",
                address(),
                "checksum",
                checksum());
        assertEquals(List.of(), asked);
        report("install", "address", address(), "checksum", checksum(), "consent", true);
        EngineFolder.require().verify();
        assertEquals(List.of("/engine.zip"), asked);
        assertFalse(Files.exists(folder.resolve("home/.neural-style/downloads/engine.zip")));
    }

    @Test
    void takesTheChecksumBesideTheFile() throws Exception {
        assertRefused("engine.zip.sha256: the server answered 404", "install", "address", address(), "consent", true);
        Files.writeString(folder.resolve("engine.zip.sha256"), "no checksum");
        assertRefused("what came is no checksum", "install", "address", address(), "consent", true);
        Files.writeString(folder.resolve("engine.zip.sha256"), "0".repeat(64) + "  engine.zip\n");
        assertRefused(
                "its checksum is " + checksum() + " instead of sha256:000",
                "install",
                "address",
                address(),
                "consent",
                true);
        assertTrue(EngineFolder.find().isEmpty());
        Files.writeString(
                folder.resolve("engine.zip.sha256"), checksum().substring("sha256:".length()) + "  engine.zip\n");
        report("install", "address", address(), "consent", true);
        assertTrue(EngineFolder.find().isPresent());
    }

    @Test
    void wrongInputCancelsWithTheReason() throws Exception {
        assertRefused("action is paint; it must be", "paint");
        assertRefused("file is missing; choose the zip file of an engine", "install");
        assertRefused("file is missing", "install", "file", new File(""));
        assertRefused(
                "There is no file",
                "install",
                "file",
                folder.resolve("none.zip").toFile());
        assertRefused(
                "has not the checksum sha256:" + "0".repeat(64),
                "install",
                "file",
                zip.toFile(),
                "checksum",
                "sha256:" + "0".repeat(64));
        assertRefused("checksum is abc; it must be", "install", "file", zip.toFile(), "checksum", "abc");
        assertRefused(
                "it must begin with https://", "install", "address", "ftp://example.org/engine.zip", "consent", true);
        assertRefused("The engine with TensorFlow is not installed", "verify");
        assertTrue(EngineFolder.find().isEmpty());
    }

    @Test
    void isInTheMenu() {
        CommandInfo info = commands.getCommand(EngineCommand.class);
        assertEquals("Plugins > Neural Style > Engine...", info.getMenuPath().getMenuString());
        assertEquals(false, commands.moduleService().createModule(info).getInput("consent"));
    }

    /** As its button in the window of tasks does. */
    @Test
    void aCancelledTaskStopsAnInstallation() throws Exception {
        Object canceller = new Object() {
            @EventHandler
            void onEvent(TaskEvent event) {
                if (event.getTask().getProgressValue() > 0 && !event.getTask().isCanceled())
                    event.getTask().cancel("enough");
            }
        };
        List<EventSubscriber<?>> kept = context.service(EventService.class).subscribe(canceller);
        assertRefused("Stopped.", "install", "file", zip.toFile());
        assertEquals(1, kept.size());
        assertTrue(EngineFolder.find().isEmpty());
    }
}
