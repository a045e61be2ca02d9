package io.github.neuralstyle.cli;

import com.sun.net.httpserver.HttpServer;
import io.github.neuralstyle.model.TensorFlowProcess;
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
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Installations of networks from a server of the test. */
abstract class ModelInstallations {

    @TempDir
    Path home;

    String before;

    final List<String> questions = new ArrayList<>();
    String answer;
    int asked;
    HttpServer server;

    /** While the home is still the one where its natives lie. */
    @BeforeAll
    static void loadTensorFlow() {
        TensorFlowProcess.start();
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

    static Path weights(String name) {
        return Fixtures.file(name);
    }

    /** Without the options of all commands. */
    CommandLine command() {
        return Execution.prepare(
                new CommandLine(new ModelInstallSubcommand(question -> {
                    questions.add(question);
                    return answer;
                })),
                () -> false);
    }

    Cli run(Object... args) {
        StringWriter out = new StringWriter(), err = new StringWriter();
        int code = command()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .execute(Arrays.stream(args).map(Object::toString).toArray(String[]::new));
        return new Cli(code, out.toString(), err.toString());
    }

    /** The options for a file of the server. */
    Object[] from(String file, Object... more) throws IOException {
        Object[] options = {
            "net",
            "--address",
            "http://localhost:" + server.getAddress().getPort() + "/" + file,
            "--checksum",
            Checksum.of(weights(file), Checksum.Algorithm.SHA256)
        };
        return Stream.concat(Stream.of(options), Stream.of(more)).toArray();
    }

    Path downloads() {
        return home.resolve(".neural-style").resolve("downloads");
    }
}
