package io.github.neuralstyle.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.Map;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.sun.net.httpserver.HttpServer;

import io.github.neuralstyle.model.download.Checksum;
import io.github.neuralstyle.model.download.Importer;
import picocli.CommandLine;

/** From the command to an importer, with a file on this machine. */
class ModelInstallCommandTest {

	@TempDir
	private Path folder;

	private final byte[] weights = { 1, 2, 3, 4, 5, 6, 7 };
	private final Map<String, byte[]> installed = new TreeMap<>();
	private final List<String> terms = new ArrayList<>(), questions = new ArrayList<>();
	private String answer;
	private int asked;
	private HttpServer server;

	private final Importer importer = new Importer() {
		@Override
		public boolean has(String name) {
			return installed.containsKey(name);
		}

		@Override
		public void add(String name, Path file, String itsTerms) throws IOException {
			installed.put(name, Files.readAllBytes(file));
			terms.add(itsTerms);
		}
	};

	@BeforeEach
	void serve() throws IOException {
		server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		server.createContext("/net.h5", exchange -> {
			asked++;
			exchange.sendResponseHeaders(200, weights.length);
			try (exchange) {
				exchange.getResponseBody().write(weights);
			}
		});
		server.start();
	}

	@AfterEach
	void stop() {
		server.stop(0);
	}

	private CommandLine command() {
		return Execution.prepare(new CommandLine(new ModelInstallCommand(importer, folder.resolve("downloads"), question -> {
			questions.add(question);
			return answer;
		})), () -> false);
	}

	private Cli run(Object... args) {
		StringWriter out = new StringWriter(), err = new StringWriter();
		int code = command().setOut(new PrintWriter(out, true))
			.setErr(new PrintWriter(err, true)).setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
			.execute(Arrays.stream(args).map(Object::toString).toArray(String[]::new));
		return new Cli(code, out.toString(), err.toString());
	}

	private String address() {
		return "http://localhost:" + server.getAddress().getPort() + "/net.h5";
	}

	private Checksum checksum() throws IOException {
		return Checksum.of(Files.write(folder.resolve("copy"), weights), Checksum.Algorithm.SHA256);
	}

	@Test
	void installsWithConsent() throws Exception {
		Cli cli = run("net", "--address", address(), "--checksum", checksum(), "--yes");
		assertEquals(0, cli.code(), cli.err());
		assertTrue(cli.out().startsWith(address()) && cli.out().contains("net is installed; --model net uses it."), cli.out());
		assertArrayEquals(weights, installed.get("net"));
		assertEquals(List.of(), questions);
		assertTrue(terms.get(0).contains(address()), terms.get(0));
		assertFalse(Files.exists(folder.resolve("downloads").resolve("net.h5")));
		Cli again = run("net", "--address", address(), "--checksum", checksum(), "--yes");
		assertEquals(0, again.code());
		assertTrue(again.out().contains("net is installed already"), again.out());
		assertEquals(1, asked);
	}

	@Test
	void asksFirst() throws Exception {
		for (String no : new String[] { "", "n", "no", "yesterday" }) {
			answer = no;
			Cli cli = run("net", "--address", address(), "--checksum", checksum());
			assertEquals(1, cli.code());
			assertTrue(cli.out().endsWith("Nothing was downloaded." + System.lineSeparator()), cli.out());
		}
		assertEquals(0, asked);
		answer = " Y ";
		assertEquals(0, run("net", "--address", address(), "--checksum", checksum()).code());
		assertArrayEquals(weights, installed.get("net"));
	}

	@Test
	void withoutAnybodyToAskNothingIsDownloaded() {
		Cli cli = run("vgg19");
		assertEquals(2, cli.code());
		assertTrue(cli.err().startsWith("Nothing was downloaded: give --yes to consent to the licence above."), cli.err());
		for (String words : new String[] { "storage.googleapis.com", "80.1 MB", "Creative Commons Attribution 4.0", "Simonyan",
			"ICLR" })
			assertTrue(cli.out().contains(words), cli.out());
		assertEquals(List.of("Download it under this licence? [y/N] "), questions);
	}

	@Test
	void aWrongFileIsNotInstalled() {
		Cli cli = run("net", "--address", address(), "--checksum", "md5:" + "0".repeat(32), "--yes");
		assertEquals(1, cli.code());
		assertTrue(cli.err().startsWith("Cannot download " + address() + ": what came is not the file"), cli.err());
		assertEquals(1, cli.err().lines().count());
		assertEquals(Map.of(), installed);
	}

	@Test
	void helpNamesWhatIsPublished() {
		String help = command().getUsageMessage(CommandLine.Help.Ansi.OFF).replaceAll("\\s+", " ");
		assertTrue(help.contains("vgg19 or vgg16") && help.contains("keras or torchvision; default keras"), help);
		assertFalse(help.contains("${") || help.contains("legal."), help);
	}

	@Test
	void wrongUsage() {
		run("vgg99", "--yes").assertFails(2, "name is vgg99; it must be vgg19 or vgg16");
		run("vgg19", "--from", "caffe").assertFails(2, "--from is caffe; it must be keras or torchvision.");
		run("net", "--address", "http://example.org/net.h5", "--checksum", "md5:" + "0".repeat(32)).assertFails(2,
			"--address is http://example.org/net.h5; it must begin with https://");
		run("net", "--address", "https://example.org/net.h5", "--checksum", "12").assertFails(2,
			"--checksum is 12; it must be md5: and 32");
		run("net", "--address", "https://example.org/net.h5").assertFails(2, "--checksum");
		run("net", "--address", ":", "--checksum", "md5:" + "0".repeat(32)).assertFails(2, "--address is :; it must begin");
		run().assertFails(2, "NAME");
	}
}
