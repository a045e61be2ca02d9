package io.github.neuralstyle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.model.ModelStore;
import io.github.neuralstyle.model.NativeLog;
import io.github.neuralstyle.model.weights.Fixtures;
import io.github.neuralstyle.util.Checksum;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** From the command to a picture, with small files of weights on a server of this machine, in a home of its own. */
class ModelInstallSubcommandTest {

    @TempDir
    private Path home;

    private String before;

    private final List<String> questions = new ArrayList<>();
    private String answer;
    private int asked;
    private HttpServer server;

    /** While the home is still the one where its natives lie. */
    @BeforeAll
    static void loadTensorFlow() {
        NativeLog.silence();
    }

    @BeforeEach
    void serve() throws IOException {
        before = System.setProperty("user.home", home.toString());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked++;
            byte[] bytes = Files.readAllBytes(
                    weights(exchange.getRequestURI().getPath().substring(1)));
            exchange.sendResponseHeaders(200, bytes.length);
            try (exchange) {
                exchange.getResponseBody().write(bytes);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        System.setProperty("user.home", before);
        server.stop(0);
    }

    private static Path weights(String name) {
        return Fixtures.file(name);
    }

    /** Without the options of all commands. */
    private CommandLine command() {
        return Execution.prepare(
                new CommandLine(new ModelInstallSubcommand(question -> {
                    questions.add(question);
                    return answer;
                })),
                () -> false);
    }

    private Cli run(Object... args) {
        StringWriter out = new StringWriter(), err = new StringWriter();
        int code = command()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .execute(Arrays.stream(args).map(Object::toString).toArray(String[]::new));
        return new Cli(code, out.toString(), err.toString());
    }

    /** The options for a file of the server. */
    private Object[] from(String file, Object... more) throws IOException {
        Object[] options = {
            "net",
            "--address",
            "http://localhost:" + server.getAddress().getPort() + "/" + file,
            "--checksum",
            Checksum.of(weights(file), Checksum.Algorithm.SHA256)
        };
        return Stream.concat(Stream.of(options), Stream.of(more)).toArray();
    }

    private Path downloads() {
        return home.resolve(".neural-style").resolve("downloads");
    }

    private static Cli succeeds(Object... args) {
        Cli cli = Cli.run(args);
        assertEquals(0, cli.code(), cli.err());
        return cli;
    }

    @ParameterizedTest
    @CsvSource({"keras-2016.h5, keras", "keras-2.h5, keras", "torch.pth, torchvision", "torch-2017.pth, caffe"})
    void fromTheServerToAPicture(String file, String source) throws Exception {
        Object[] install = Stream.concat(
                        Stream.of("model", "install"),
                        Stream.of(from(file, "--yes", "--pooling", "max", "--source", source)))
                .toArray();
        Cli cli = succeeds(install);
        assertTrue(cli.out().endsWith("net is installed; --model net uses it." + System.lineSeparator()), cli.out());
        assertEquals(
                "net: 5 files as they were imported, 16 layers with the known answer",
                succeeds("model", "verify", "net").out().strip());
        String card = Files.readString(new ModelStore().folder("net").resolve("MODEL_CARD.md"));
        for (String words : List.of(
                "From http://localhost:",
                "/" + file + ". Find out under which licence",
                "| Pooling | max |",
                "`" + file + "`",
                "| Source | " + source + ", ")) assertTrue(card.contains(words), card);
        assertFalse(Files.exists(downloads().resolve(file)));
        Path picture = home.resolve("picture.png");
        succeeds(
                "transfer",
                "--content",
                Cli.image(home, "a.png", 64, 64),
                "--style",
                Cli.image(home, "b.png", 64, 64),
                "--output",
                picture,
                "--size",
                64,
                "--steps",
                2,
                "--model",
                "net");
        assertEquals(64, ImageFiles.readPixels(picture).width());
        Cli again = succeeds(install);
        assertEquals(
                "net is installed already; neural-style model remove net removes it.",
                again.out().strip());
        assertEquals(1, asked);
    }

    @Test
    void normalises() throws Exception {
        Path images = home.resolve("images");
        for (int i = 0; i < 5; i++) Cli.image(images, i + ".png", 60, 50);
        Path none = home.resolve("none");
        run(from("keras-2.h5", "--yes", "--normalize", none)).assertFails(2, "--normalize is " + none);
        assertEquals(0, asked);
        assertEquals(0, run(from("keras-2.h5", "--yes", "--normalize", images)).code());
        assertTrue(Files.readString(new ModelStore().folder("net").resolve("MODEL_CARD.md"))
                .contains("mean activation is 1 over the images of `images`"));
    }

    @Test
    void asksFirst() throws Exception {
        for (String no : new String[] {"", "n", "no", "yesterday"}) {
            answer = no;
            Cli cli = run(from("keras-2.h5"));
            assertEquals(1, cli.code());
            assertTrue(cli.out().endsWith("Nothing was downloaded." + System.lineSeparator()), cli.out());
        }
        assertEquals(0, asked);
        answer = " Y ";
        assertEquals(0, run(from("keras-2.h5")).code());
        assertEquals(List.of("net"), new ModelStore().installed().names());
    }

    @Test
    void withoutAnybodyToAskNothingIsDownloaded() {
        Cli cli = run("vgg19");
        assertEquals(2, cli.code());
        assertTrue(
                cli.err().startsWith("Nothing was downloaded: give --yes to consent to the licence above."), cli.err());
        for (String words : new String[] {
            "storage.googleapis.com", "80.1 MB", "Creative Commons Attribution 4.0", "Simonyan", "ICLR"
        }) assertTrue(cli.out().contains(words), cli.out());
        assertEquals(List.of("Download it under this licence? [y/N] "), questions);
    }

    @Test
    void aWrongFileIsNotInstalled() throws Exception {
        Object[] options = from("keras-2.h5", "--yes");
        options[4] = "md5:" + "0".repeat(32);
        Cli cli = run(options);
        assertEquals(1, cli.code());
        assertTrue(cli.err().startsWith("Cannot download " + options[2] + ": what came is not the file"), cli.err());
        assertEquals(1, cli.err().lines().count());
        assertEquals(List.of(), new ModelStore().installed().names());
    }

    /** What arrived is not fetched again when it is told who trained it. */
    @Test
    void aFileWhoseSourceIsOpenStays() throws Exception {
        Cli cli = run(from("torch.safetensors", "--yes"));
        assertEquals(1, cli.code());
        assertTrue(cli.err().contains("--source torchvision or --source caffe"), cli.err());
        assertEquals(
                -1, Files.mismatch(weights("torch.safetensors"), downloads().resolve("torch.safetensors")));
        assertEquals(
                0, run(from("torch.safetensors", "--yes", "--source", "caffe")).code());
        assertEquals(1, asked);
    }

    @Test
    void helpNamesWhatIsPublished() {
        String help = command().getUsageMessage(CommandLine.Help.Ansi.OFF).replaceAll("\\s+", " ");
        assertTrue(help.contains("vgg19 or vgg16") && help.contains("keras or torchvision; default keras"), help);
        assertFalse(help.contains("${") || help.contains("legal."), help);
    }

    @Test
    void wrongUsage() throws Exception {
        run("vgg99", "--yes").assertFails(2, "name is vgg99; it must be vgg19 or vgg16");
        run("vgg19", "--from", "caffe").assertFails(2, "--from is caffe; it must be keras or torchvision.");
        Object[] up = from("keras-2.h5", "--yes"), embedded = up.clone();
        up[0] = "../up";
        run(up).assertFails(2, "name is ../up; it must be of up to 64 letters, digits, - and _.");
        embedded[0] = "compact-vgg";
        run(embedded).assertFails(2, "name is compact-vgg, and there is a model of this name");
        assertEquals(0, asked);
        run("net", "--address", "http://example.org/net.h5", "--checksum", "md5:" + "0".repeat(32))
                .assertFails(2, "--address is http://example.org/net.h5; it must begin with https://");
        run("net", "--address", "https://example.org/net.h5", "--checksum", "12")
                .assertFails(2, "--checksum is 12; it must be md5: and 32");
        run("net", "--address", "https://example.org/net.h5").assertFails(2, "--checksum");
        run("net", "--address", ":", "--checksum", "md5:" + "0".repeat(32))
                .assertFails(2, "--address is :; it must begin");
        run().assertFails(2, "NAME");
    }
}
