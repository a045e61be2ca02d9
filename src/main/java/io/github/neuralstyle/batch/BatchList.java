package io.github.neuralstyle.batch;

import io.github.neuralstyle.Options;
import io.github.neuralstyle.Settings;
import io.github.neuralstyle.image.SampleStyles;
import io.github.neuralstyle.model.ModelStore;
import io.github.neuralstyle.util.Option;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A list of pictures in a CSV file: the columns {@code content}, {@code style} (several separated by semicolons),
 * {@code output}, and any setting by the name of its option. All but the first may be absent or blank. A manifest is such
 * a list.
 */
final class BatchList {

    private BatchList() {}

    /** Items whose output is null where the list does not give it; contents and styles are relative to the list's folder. */
    static List<BatchItem> read(Path list, List<Path> styles, Settings settings) throws IOException {
        CsvTable csv = CsvTable.read(list);
        checkColumns(list, csv.columns());
        List<BatchItem> items = new ArrayList<>();
        for (CsvTable.Row row : csv.rows())
            try {
                items.add(item(list.toAbsolutePath().getParent(), numbers(row.cells(), csv), styles, settings));
            } catch (IllegalArgumentException e) {
                throw new IOException(list + ", row " + row.number() + ": " + e.getMessage(), e);
            }
        if (items.isEmpty())
            throw new IOException(
                    "Cannot use the list " + list + ": it has no rows under its header; add one for each picture.");
        return items;
    }

    private static void checkColumns(Path list, List<String> columns) throws IOException {
        if (!columns.contains(Manifest.CONTENT))
            throw new IOException("Cannot use the list " + list + ": its first line is " + String.join(",", columns)
                    + "; it must have a column " + Manifest.CONTENT + ".");
        List<String> legal = Stream.concat(Stream.of(Options.PRESET.name()), Manifest.columns().stream())
                .toList();
        for (String column : columns)
            if (!legal.contains(column))
                throw new IOException("Cannot use the list " + list + ": it has a column " + column + "; there are "
                        + Stream.concat(
                                        Stream.of(
                                                Manifest.CONTENT,
                                                Manifest.STYLE,
                                                Manifest.OUTPUT,
                                                Options.PRESET.name()),
                                        Options.SETTINGS.stream().map(Option::name))
                                .collect(Collectors.joining(", "))
                        + ".");
    }

    /** With a point for the decimal comma that spreadsheets write where semicolons or tabs separate cells. */
    private static Map<String, String> numbers(Map<String, String> cells, CsvTable csv) {
        if (csv.delimiter() == ',') return cells;
        Map<String, String> points = new HashMap<>(cells);
        for (Option<?> option : Options.SETTINGS)
            if (option.range() != null)
                points.computeIfPresent(
                        option.name(), (name, text) -> text.replaceFirst("^([-+]?\\d*),(\\d+)$", "$1.$2"));
        return points;
    }

    private static BatchItem item(Path folder, Map<String, String> row, List<Path> styles, Settings settings) {
        String content = row.get(Manifest.CONTENT), output = row.getOrDefault(Manifest.OUTPUT, "");
        if (content.isEmpty()) throw new IllegalArgumentException("content is blank; it must be an image file.");
        List<Path> own = Arrays.stream(row.getOrDefault(Manifest.STYLE, "").split(";"))
                .map(String::strip)
                .filter(style -> !style.isEmpty())
                .map(style -> folder.resolve(SampleStyles.path(style)))
                .toList();
        if (own.isEmpty() && styles.isEmpty())
            throw new IllegalArgumentException("style is blank; give it here, or one for all rows as an option.");
        Map<String, String> texts = new HashMap<>(row);
        texts.computeIfPresent(Options.MODEL.name(), (name, model) -> new ModelStore().absolute(model, folder));
        return new BatchItem(
                folder.resolve(content),
                own.isEmpty() ? styles : own,
                output.isEmpty() ? null : Path.of(output),
                Options.read(settings, texts));
    }
}
