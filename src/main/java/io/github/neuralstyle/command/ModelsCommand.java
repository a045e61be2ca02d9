package io.github.neuralstyle.command;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;

import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.app.StatusService;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.log.LogService;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

import io.github.neuralstyle.model.ModelStore;
import io.github.neuralstyle.model.NativeLog;
import io.github.neuralstyle.model.Vgg;
import io.github.neuralstyle.model.download.DownloadListener;
import io.github.neuralstyle.model.download.Installation;
import io.github.neuralstyle.model.download.Patience;
import io.github.neuralstyle.model.download.Published;
import io.github.neuralstyle.model.imports.Import;
import io.github.neuralstyle.model.imports.ModelReport;
import io.github.neuralstyle.model.imports.Source;
import io.github.neuralstyle.model.imports.VggImporter;

/**
 * {@code Plugins > Neural Style > Models...}: shows, installs, imports, checks and removes networks. Nothing is downloaded
 * without consent. A wrong input cancels the command with the reason.
 */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Neural Style"), @Menu(label = "Models...",
	weight = 5) })
public class ModelsCommand extends ContextCommand {

	private static final String RECOGNISED = "recognised";

	@Parameter
	private StatusService status;

	@Parameter
	private LogService log;

	@Parameter(label = "Action", choices = { "information", "install", "import", "verify", "remove" }, required = false,
		persist = false, description = "Install downloads a published network; import reads a file that you have.")
	private String action = "information";

	@Parameter(label = "Name", required = false, persist = false,
		description = "To install, vgg19 or vgg16; to import, what to call it, or empty; for information, empty for the list.")
	private String name = "";

	@Parameter(label = "File", style = "open", required = false, persist = false, autoFill = false,
		description = "To import: a file of weights of Keras, PyTorch or safetensors, or the saved_model.pb of a SavedModel.")
	private File file;

	@Parameter(label = "Source", choices = { RECOGNISED, "keras", "caffe", "torchvision", "ssd" }, required = false,
		persist = false, description = "To import: who trained it, if the file does not tell.")
	private String source = RECOGNISED;

	@Parameter(label = "Pooling", choices = { "average", "max" }, required = false, persist = false,
		description = "To install or import: how blocks are halved.")
	private String pooling = "average";

	@Parameter(label = "Publisher", choices = { "keras", "torchvision" }, required = false, persist = false,
		description = "To install: whose file; torchvision's is seven times as large.")
	private String from = "keras";

	@Parameter(label = "Licences", visibility = ItemVisibility.MESSAGE, required = false, persist = false)
	private final String licences = licences();

	@Parameter(label = "Download under the publisher's licence", required = false, persist = false,
		description = "To install: without it, nothing is downloaded.")
	private boolean consent;

	@Parameter(type = ItemIO.OUTPUT, label = "Models")
	private String report;

	private static String licences() {
		return Published.ALL.stream().map(file -> file.from() + ": " + file.terms()).distinct()
			.collect(Collectors.joining("<br>", "<html><body width=500>", "</body></html>"));
	}

	@Override
	public void run() {
		NativeLog.silence();
		ModelStore store = new ModelStore();
		try {
			report = switch (action) {
				case "information" -> name.isBlank() ? ModelReport.list(store) : ModelReport.info(store, name);
				case "install" -> install(store, Published.of(name, from));
				case "import" -> importFile(store);
				case "verify" -> ModelReport.verify(store, name);
				case "remove" -> remove(store);
				default -> throw new IllegalArgumentException("action is " + action +
					"; it must be information, install, import, verify or remove.");
			};
		}
		catch (CancellationException e) {
			cancel("Stopped.");
		}
		catch (IOException | IllegalArgumentException | UncheckedIOException e) {
			log.error(e.getMessage());
			cancel(e.getMessage());
		}
	}

	String install(ModelStore store, Published wanted) throws IOException {
		VggImporter importer = new VggImporter(store.installed(), halving(), null, source(), (done, of) -> !isCanceled());
		if (importer.has(name))
			return name + " is installed already.";
		if (!consent)
			throw new IllegalArgumentException("Nothing was downloaded: consent to the licence of " + wanted.file().text() + ". " +
				wanted.terms());
		return switch (Installation.run(name, wanted.file(), wanted.terms(), Installation.folder(), importer, Patience.USUAL,
			this::update)) {
			case INSTALLED -> name + " is installed, and can be the model of a style transfer.";
			case WAS_INSTALLED -> name + " was installed meanwhile by another process.";
			case STOPPED -> throw new CancellationException();
		};
	}

	private String importFile(ModelStore store) throws IOException {
		if (file == null)
			throw new IllegalArgumentException("file is missing; choose a file of weights to import.");
		File weights = file.getName().equals("saved_model.pb") ? file.getAbsoluteFile().getParentFile() : file;
		Import.Result result = new Import(weights.toPath(), name.isBlank() ? null : name, halving(), null, source(), null)
			.into(store.installed(), (done, of) -> !isCanceled());
		return result.name() + ": " + result.vgg().name() + " of " + result.format() + " (" + result.source() + "), see " +
			result.folder().resolve("MODEL_CARD.md");
	}

	private String remove(ModelStore store) throws IOException {
		store.installed().remove(name);
		return name + " is removed.";
	}

	private Source source() {
		return source.equals(RECOGNISED) ? null : choice(Source.values(), "source", source);
	}

	private Vgg.Pooling halving() {
		return choice(Vgg.Pooling.values(), "pooling", pooling);
	}

	private static <E extends Enum<E>> E choice(E[] values, String parameter, String chosen) {
		return List.of(values).stream().filter(value -> value.name().equalsIgnoreCase(chosen)).findFirst().orElseThrow(
			() -> new IllegalArgumentException(parameter + " is " + chosen + "; it must be one of " + List.of(values).stream()
				.map(value -> value.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", ")) + "."));
	}

	boolean update(DownloadListener.State state) {
		status.showStatus((int) (1000 * state.done()), 1000, name + ": " + state.text() +
			(state.left().isZero() ? "" : ", " + state.left().toSeconds() + " s left"));
		return !isCanceled();
	}
}
