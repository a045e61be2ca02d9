package io.github.neuralstyle.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.github.neuralstyle.download.RemoteFile;
import io.github.neuralstyle.imagej.ModelsJob;
import io.github.neuralstyle.model.ModelStore;
import io.github.neuralstyle.model.TensorFlowProcess;
import io.github.neuralstyle.model.Vgg;
import io.github.neuralstyle.model.install.PublishedWeights;
import io.github.neuralstyle.model.install.VggImport;
import io.github.neuralstyle.model.weights.Fixtures;
import io.github.neuralstyle.model.weights.WeightSource;
import io.github.neuralstyle.util.Checksum;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.scijava.module.ModuleItem;

/** Networks by the menu, in a home of its own. */
class ModelsCommandTest {

    private static final String EMBEDDED = "compact-vgg (comes with this program)";

    @TempDir
    private Path home;

    private String before;
    private Context context;
    private CommandService commands;

    /** While the home is still the one where its natives, and SciJava's preferences, lie. */
    @BeforeAll
    static void useTheRealHome() {
        TensorFlowProcess.start();
        Preferences.userRoot();
    }

    @BeforeEach
    void start() {
        before = System.setProperty("user.home", home.toString());
        context = new Context();
        commands = context.service(CommandService.class);
    }

    @AfterEach
    void stop() {
        context.dispose();
        System.setProperty("user.home", before);
    }

    private static Path weights(String name) throws Exception {
        return Fixtures.file(name);
    }

    private CommandModule run(String action, Object... more) throws Exception {
        Map<String, Object> inputs = new HashMap<>(Map.of("action", action));
        for (int i = 0; i < more.length; i += 2) inputs.put((String) more[i], more[i + 1]);
        return commands.run(ModelsCommand.class, true, inputs).get();
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

    @Test
    void importsShowsVerifiesAndRemoves() throws Exception {
        assertEquals(EMBEDDED, report("information"));
        String imported = report(
                "import", "file", weights("torch.pth").toFile(), "name", "mine", "source", "caffe", "pooling", "max");
        assertTrue(imported.startsWith("mine: vgg19-2 of PyTorch") && imported.contains("as given by"), imported);
        assertEquals(List.of(EMBEDDED, "mine"), report("information").lines().toList());
        assertTrue(report("information", "name", "mine").contains("19774 parameters"));
        assertTrue(Files.readString(new ModelStore().folder("mine").resolve("MODEL_CARD.md"))
                .contains("| Pooling | max |"));
        assertEquals(
                "mine: 5 files as they were imported, 16 layers with the known answer",
                report("verify", "name", "mine"));
        assertEquals("mine is removed.", report("remove", "name", "mine"));
        assertEquals(EMBEDDED, report("information"));
    }

    @Test
    void nothingIsDownloadedWithoutConsent() throws Exception {
        assertRefused(
                "Nothing was downloaded: consent to the licence of https://storage.googleapis.com/",
                "install",
                "name",
                "vgg19");
        assertRefused("BSD 3-clause", "install", "name", "vgg16", "from", "torchvision");
        assertFalse(Files.exists(home.resolve(".neural-style")));
    }

    @Test
    void installsWithConsent() throws Exception {
        byte[] file = Files.readAllBytes(weights("keras-3.weights.h5"));
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(200, file.length);
            try (exchange) {
                exchange.getResponseBody().write(file);
            }
        });
        server.start();
        try {
            PublishedWeights wanted = new PublishedWeights(
                    "net",
                    "here",
                    new RemoteFile(
                            URI.create("http://localhost:" + server.getAddress().getPort() + "/net.h5"),
                            Checksum.of(weights("keras-3.weights.h5"), Checksum.Algorithm.MD5),
                            file.length),
                    "Terms of here.");
            ModelStore store = new ModelStore();
            ModelsJob job = job("net");
            assertEquals(
                    "net is installed, and can be the model of a style transfer.",
                    job.install(store, wanted, state -> true));
            assertEquals("net is installed already.", job.install(store, wanted, state -> true));
            assertTrue(Files.readString(store.folder("net").resolve("MODEL_CARD.md"))
                    .contains("/net.h5. Terms of here."));
            assertThrows(CancellationException.class, () -> job("other").install(store, wanted, state -> false));
            assertEquals(List.of("net"), store.installed().names());
            assertEquals(1, asked.get());
        } finally {
            server.stop(0);
        }
    }

    private static ModelsJob job(String name) {
        return new ModelsJob("install", name, null, null, Vgg.Pooling.AVERAGE, "keras", true);
    }

    @Test
    void wrongInputCancelsWithTheReason() throws Exception {
        assertRefused("action is paint; it must be", "paint");
        assertRefused("name is vgg99; it must be vgg19 or vgg16", "install", "name", "vgg99", "consent", true);
        assertRefused("file is missing", "import");
        assertRefused(
                "name is ../up",
                "import",
                "name",
                "../up",
                "file",
                weights("keras-2.h5").toFile());
        assertRefused(
                "source is me; it must be",
                "import",
                "source",
                "me",
                "file",
                weights("keras-2.h5").toFile());
        assertRefused("There is no installed model vgg19", "verify", "name", "vgg19");
        assertRefused("comes with this program and cannot be removed", "remove", "name", "compact-vgg");
    }

    @Test
    void isInTheMenuWithTheChoicesThatThereAre() {
        CommandInfo info = commands.getCommand(ModelsCommand.class);
        assertEquals("Plugins > Neural Style > Models...", info.getMenuPath().getMenuString());
        assertEquals(List.of("average", "max"), info.getInput("pooling").getChoices());
        assertEquals(
                Vgg.Pooling.values().length,
                info.getInput("pooling").getChoices().size());
        assertEquals(
                WeightSource.values().length + 1,
                info.getInput("source").getChoices().size());
        assertEquals(String.join(" or ", choices(info.getInput("from"))), PublishedWeights.publishers());
        var defaults = commands.moduleService().createModule(info);
        assertEquals(VggImport.POOLING, Vgg.Pooling.valueOf(((String) defaults.getInput("pooling")).toUpperCase()));
        assertEquals(PublishedWeights.ALL.get(0).from(), defaults.getInput("from"));
        assertEquals(false, defaults.getInput("consent"));
        for (PublishedWeights published : PublishedWeights.ALL)
            assertTrue(((String) defaults.getInput("licences")).contains(published.terms()));
    }

    private static List<String> choices(ModuleItem<?> item) {
        return item.getChoices().stream().map(Object::toString).toList();
    }

    @Test
    void aCancelledCommandStopsADownload() {
        ModelsCommand command = new ModelsCommand();
        context.inject(command);
        var state = new ModelsJob.State(0.5, "vgg19: receiving");
        assertTrue(command.update(state));
        command.cancel("enough");
        assertFalse(command.update(state));
    }
}
