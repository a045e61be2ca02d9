package io.github.neuralstyle.model.install;

import io.github.neuralstyle.model.InstalledModels;
import io.github.neuralstyle.model.ModelStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What there is to tell of the networks of a store, for people. */
public final class ModelReport {

    private static final String COLUMNS = "%-14s %-18s %8s %6s %15s %11s %16s%n",
            ROW = "%-14s %-18s %8d %6d %15d %11d %16.6g%n";

    private ModelReport() {}

    /** The names, one in each line. */
    public static String list(ModelStore store) {
        List<String> installed = store.installed().names();
        return store.names().stream()
                .map(name -> name + (installed.contains(name) ? "" : " (comes with this program)"))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    /**
     * A table of a network's layers, with what they answer to a fixed picture.
     *
     * @param nameOrFolder as for {@link ModelStore#load}
     */
    public static String info(ModelStore store, String nameOrFolder) throws IOException {
        Path folder = store.folder(nameOrFolder);
        ModelInfo info = ModelInfo.of(folder);
        Map<String, Double> answers = KnownAnswers.of(folder);
        StringBuilder table = new StringBuilder(String.format(
                COLUMNS, "layer", "kernel", "channels", "stride", "receptive field", "parameters", "mean activation"));
        for (ModelInfo.Layer layer : info.layers())
            table.append(String.format(
                    Locale.ROOT,
                    ROW,
                    layer.name(),
                    layer.kernel(),
                    layer.kernel().get(3),
                    layer.stride(),
                    layer.receptiveField(),
                    layer.parameters(),
                    answers.get(layer.name())));
        return table.append(info.parameters())
                .append(" parameters, ")
                .append(folder)
                .toString();
    }

    /**
     * Compares a network's files with their checksums, and its answers with those known.
     *
     * @throws IOException if something differs; the message says what
     * @throws IllegalArgumentException if there is no network of this name
     */
    public static String verify(ModelStore store, String name) throws IOException {
        InstalledModels installed = store.installed();
        if (store.names().contains(name) && !installed.contains(name))
            return name + ": " + store.load(name).layers().size() + " layers, its files as they came with this program";
        return name + ": " + installed.verify(name) + " files as they were imported, "
                + KnownAnswers.check(installed.folder(name)) + " layers with the known answer";
    }
}
