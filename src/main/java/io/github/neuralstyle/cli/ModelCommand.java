package io.github.neuralstyle.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.github.neuralstyle.model.InstalledModels;
import io.github.neuralstyle.model.ModelStore;
import io.github.neuralstyle.model.imports.KnownAnswers;
import io.github.neuralstyle.model.imports.ModelInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The networks that can be called by a name. */
@Command(name = "model", description = "Lists, imports, checks and removes feature networks.",
	subcommands = ModelImportCommand.class)
public final class ModelCommand implements Runnable {

	@Spec
	private CommandSpec spec;

	@Override
	public void run() {
		throw new ParameterException(spec.commandLine(), "No command is given; there are " +
			String.join(", ", spec.subcommands().keySet()) + ".");
	}

	private PrintWriter out() {
		return spec.commandLine().getOut();
	}

	@Command(name = "list", description = "Lists the networks that --model knows by name.")
	int list() {
		ModelStore store = new ModelStore();
		List<String> installed = store.installed().names();
		store.names().forEach(name -> out().println(name + (installed.contains(name) ? "" : " (comes with this program)")));
		out().flush();
		return 0;
	}

	@Command(name = "info", description = "Shows a network's layers and what it answers to a fixed picture.")
	int info(
		@Parameters(paramLabel = "NAME|DIR", description = "An installed network, or the folder of a SavedModel.") String name)
		throws IOException
	{
		Path folder = new ModelStore().folder(name);
		ModelInfo info = ModelInfo.of(folder);
		Map<String, Double> answers = KnownAnswers.of(folder);
		out().printf("%-14s %-18s %8s %6s %15s %11s %16s%n", "layer", "kernel", "channels", "stride", "receptive field",
			"parameters", "mean activation");
		for (ModelInfo.Layer layer : info.layers())
			out().printf("%-14s %-18s %8d %6d %15d %11d %16.6g%n", layer.name(), layer.kernel(), layer.kernel().get(3),
				layer.stride(), layer.receptiveField(), layer.parameters(), answers.get(layer.name()));
		out().printf("%d parameters, %s%n", info.parameters(), folder);
		out().flush();
		return 0;
	}

	@Command(name = "verify",
		description = "Compares a network's files with their checksums, and its answers with those known.")
	int verify(@Parameters(paramLabel = "NAME", description = "The name of a network.") String name) throws IOException {
		ModelStore store = new ModelStore();
		InstalledModels installed = store.installed();
		if (installed.contains(name))
			out().printf("%s: %d files as they were imported, %d layers with the known answer%n", name, installed.verify(name),
				KnownAnswers.check(installed.folder(name)));
		else if (store.names().contains(name))
			out().printf("%s: %d layers, its files as they came with this program%n", name, store.load(name).layers().size());
		else
			installed.folder(name);
		out().flush();
		return 0;
	}

	@Command(name = "remove", description = "Removes an installed network.")
	int remove(@Parameters(paramLabel = "NAME", description = "The name of a network.") String name) throws IOException {
		new ModelStore().installed().remove(name);
		out().println(name + " is removed.");
		out().flush();
		return 0;
	}
}
