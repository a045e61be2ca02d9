package io.github.neuralstyle.cli;

import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;

import io.github.neuralstyle.model.download.Checksum;
import io.github.neuralstyle.model.download.DownloadListener;
import io.github.neuralstyle.model.download.Importer;
import io.github.neuralstyle.model.download.Installation;
import io.github.neuralstyle.model.download.Patience;
import io.github.neuralstyle.model.download.Published;
import io.github.neuralstyle.model.download.RemoteFile;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Downloads a published network and installs it. */
@Command(name = "install", sortOptions = false,
	description = "Downloads a published network, checks it and installs it, after your consent to its licence.",
	footer = "%nCtrl-C ends the download; the same command goes on from there. Without a network, download the file in a " +
		"browser and use model import.")
public final class ModelInstallCommand implements Callable<Integer> {

	/** A file that this program does not know of. */
	static final class Elsewhere {

		@Option(names = "--address", required = true, paramLabel = "URL",
			description = "Where a file of weights is, instead of a published one.")
		private String address;

		@Option(names = "--checksum", required = true, paramLabel = "SUM",
			description = "What that file must digest to: md5: or sha256: and hexadecimal digits.")
		private String checksum;
	}

	@Spec
	private CommandSpec spec;

	@Parameters(index = "0", paramLabel = "NAME", description = "${bundle:legal.published}; with an --address, any name.")
	private String name;

	@Option(names = "--from", paramLabel = "PUBLISHER",
		description = "Whose file: the original weights at Keras, or torchvision's, seven times as large (${bundle:legal.from}).")
	private String from;

	@ArgGroup(exclusive = false)
	private Elsewhere elsewhere;

	@Option(names = "--yes", description = "Consent to the licence without being asked.")
	private boolean yes;

	private final Importer importer;
	private final Path downloads;
	private final UnaryOperator<String> person;

	/** @param importer makes the installed network of the file */
	public ModelInstallCommand(Importer importer) {
		this(importer, Path.of(System.getProperty("user.home"), ".neural-style", "downloads"), ModelInstallCommand::ask);
	}

	/** @param person answers a question; null if there is nobody to ask */
	ModelInstallCommand(Importer importer, Path downloads, UnaryOperator<String> person) {
		this.importer = importer;
		this.downloads = downloads;
		this.person = person;
	}

	@Override
	public Integer call() throws IOException {
		Published wanted = wanted();
		PrintWriter out = spec.commandLine().getOut();
		if (importer.has(name)) {
			out.println(name + " is installed already; neural-style model remove " + name + " removes it.");
			return 0;
		}
		long bytes = wanted.file().bytes();
		out.println(wanted.file().address() + (bytes == RemoteFile.UNKNOWN ? "" : " (" + megabytes(bytes) + ")"));
		out.println(wanted.terms());
		out.flush();
		if (!yes && !consents()) {
			out.println("Nothing was downloaded.");
			return 1;
		}
		return install(wanted, out);
	}

	private Published wanted() {
		try {
			if (elsewhere == null)
				return Published.of(name, from);
			RemoteFile file = RemoteFile.at(elsewhere.address, Checksum.parse(elsewhere.checksum));
			return new Published(name, file.address().getHost(), file, "From " + file.address() +
				"; find out under which licence, and whom to cite.");
		}
		catch (IllegalArgumentException e) {
			throw new ParameterException(spec.commandLine(), (e.getMessage().startsWith("name") ? "" : "--") + e.getMessage());
		}
	}

	private boolean consents() {
		String answer = person.apply("Download it under this licence? [y/N] ");
		if (answer == null)
			throw new ParameterException(spec.commandLine(), "Nothing was downloaded: give --yes to consent to the licence above.");
		return answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
	}

	private static String ask(String question) {
		Console console = System.console();
		return console == null ? null : console.readLine(question);
	}

	private int install(Published wanted, PrintWriter out) throws IOException {
		Installation.Outcome outcome;
		try (Interruption interruption = new Interruption(); Bar bar = new Bar()) {
			outcome = Installation.run(name, wanted.file(), wanted.terms(), downloads, importer, Patience.USUAL, state -> {
				show(bar, state);
				return !interruption.requested();
			});
		}
		out.println(switch (outcome) {
			case INSTALLED -> name + " is installed; --model " + name + " uses it.";
			case WAS_INSTALLED -> name + " was installed meanwhile by another process.";
			case STOPPED -> "Stopped; the same command goes on from there.";
		});
		out.flush();
		return 0;
	}

	private static void show(Bar bar, DownloadListener.State state) {
		double done = state.total() <= 0 ? 0 : (double) state.bytes() / state.total();
		bar.show(done, state.left(), switch (state.phase()) {
			case WAITING_FOR_ANOTHER -> "waiting for another process that downloads the same file";
			case CONNECTING -> "connecting";
			case RECEIVING -> megabytes(state.bytes()) + ", " + megabytes(state.bytesPerSecond()) + "/s";
		});
	}

	private static String megabytes(double bytes) {
		return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
	}
}
