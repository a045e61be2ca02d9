package io.github.neuralstyle.batch;

import io.github.neuralstyle.Options;
import io.github.neuralstyle.Settings;
import io.github.neuralstyle.batch.Outcome.Status;
import io.github.neuralstyle.engine.install.Release;
import io.github.neuralstyle.util.OutputFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The file that records for each picture in a folder its inputs, its settings and how it ended. */
public final class Manifest {

    /** The name of the file. */
    public static final String FILE = "manifest.csv";

    /** Names of columns: an image, styles separated by semicolons, and labels; the files made of them, relative to the folder. */
    public static final String CONTENT = "content",
            STYLE = "style",
            LABELS = "labels",
            OUTPUT = "output",
            LABELS_OUTPUT = "labels-output";

    /** Names of columns: what became of it, in lower case, and why it failed. */
    public static final String STATUS = "status", MESSAGE = "message";

    static final String CHECKSUM = "inputs-sha256";
    private static final String LOSSES = "loss-values",
            STEPS = "steps-made",
            WIDTH = "width",
            HEIGHT = "height",
            SECONDS = "seconds",
            VERSION = "version";

    private final Path folder;
    private final Map<String, Map<String, String>> rows = new LinkedHashMap<>();

    private Manifest(Path folder) {
        this.folder = folder;
    }

    /** Every column, in the order of the file. */
    static List<String> columns() {
        List<String> columns = new ArrayList<>(List.of(CONTENT, STYLE, OUTPUT, STATUS));
        Options.SETTINGS.forEach(option -> columns.add(option.name()));
        columns.addAll(List.of(CHECKSUM, LOSSES, STEPS, WIDTH, HEIGHT, SECONDS, MESSAGE, VERSION));
        return columns;
    }

    /** Those that variants of a training set have besides. */
    private static List<String> variantColumns() {
        List<String> columns = new ArrayList<>(List.of(LABELS, LABELS_OUTPUT));
        columns.addAll(VariantMeasures.COLUMNS);
        return columns;
    }

    /** @throws IOException if columns are not those of a manifest of variants, or it has others */
    static void checkVariants(Path file, List<String> columns) throws IOException {
        if (!columns.containsAll(List.of(CONTENT, STYLE, OUTPUT, LABELS, LABELS_OUTPUT, CHECKSUM)))
            throw new IOException(
                    "Cannot use " + file + ": it is no manifest of augment; choose the manifest.csv of its output.");
        for (String column : columns)
            if (!columns().contains(column) && !variantColumns().contains(column))
                throw new IOException("Cannot use " + file + ": it has a column " + column
                        + ", which this version does not know; remove it, or use the version that has it.");
    }

    /** What a row stands for, to be written to another folder. @throws IOException if its settings are wrong */
    public static BatchItem item(Map<String, String> row, Path folder) throws IOException {
        String labels = row.getOrDefault(LABELS, "");
        try {
            return new BatchItem(
                    Path.of(row.get(CONTENT)),
                    Stream.of(row.get(STYLE).split(";")).map(Path::of).toList(),
                    folder.resolve(row.get(OUTPUT)),
                    Options.read(Settings.defaults(), row),
                    labels.isEmpty()
                            ? null
                            : new BatchItem.Variant(Path.of(labels), folder.resolve(row.get(LABELS_OUTPUT)), 0));
        } catch (IllegalArgumentException e) {
            throw new IOException("The row of " + row.get(OUTPUT) + " is wrong: " + e.getMessage(), e);
        }
    }

    /** The rows by the names of columns. */
    public List<Map<String, String>> rows() {
        return List.copyOf(rows.values());
    }

    /** The manifest of a folder, without rows if there is none yet. @throws IOException if its file is no manifest */
    public static Manifest of(Path folder) throws IOException {
        Manifest manifest = new Manifest(folder);
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) return manifest;
        CsvTable csv = CsvTable.read(file);
        if (!csv.columns().containsAll(List.of(CONTENT, OUTPUT, STATUS, CHECKSUM)))
            throw new IOException("Cannot use " + file
                    + ": it is no manifest of this program; move it away, or choose another output.");
        if (csv.columns().contains(LABELS)) checkVariants(file, csv.columns());
        csv.rows().forEach(row -> manifest.rows.put(row.cells().get(OUTPUT), row.cells()));
        return manifest;
    }

    /** Whether a picture's file is one of the rows. */
    boolean knows(BatchItem item) {
        return rows.containsKey(output(item));
    }

    /** Whether a picture was made, from the same inputs with the same settings, and is there. */
    boolean holds(BatchItem item, InputChecksums checksums) {
        Map<String, String> row = rows.get(output(item));
        if (row == null
                || !List.of(lower(Status.DONE), lower(Status.SKIPPED), lower(Status.DROPPED))
                        .contains(row.get(STATUS))
                || !hasFiles(item, row)
                || !row.entrySet().containsAll(item.settings().texts().entrySet())) return false;
        try {
            return row.get(CHECKSUM).equals(checksums.of(item));
        } catch (IOException | IllegalArgumentException unreadable) {
            return false;
        }
    }

    /** Whether the files are there, or rightly are not. */
    private boolean hasFiles(BatchItem item, Map<String, String> row) {
        boolean dropped = row.get(STATUS).equals(lower(Status.DROPPED));
        if (item.variant() == null) return Files.isRegularFile(item.output());
        String kept = row.getOrDefault(VariantMeasures.EDGES_KEPT, "");
        boolean tooFew =
                !kept.isEmpty() && Double.parseDouble(kept) < item.variant().drop();
        return row.get(LABELS_OUTPUT).equals(relative(item.variant().output()))
                && dropped == tooFew
                && (dropped
                        || Files.isRegularFile(item.output())
                                && Files.isRegularFile(item.variant().output()));
    }

    /** Marks a picture that {@link #holds} found. */
    void skip(BatchItem item) {
        rows.get(output(item))
                .computeIfPresent(
                        STATUS, (key, status) -> status.equals(lower(Status.DROPPED)) ? status : lower(Status.SKIPPED));
    }

    void put(Outcome outcome) {
        BatchItem item = outcome.item();
        Map<String, String> row = new LinkedHashMap<>();
        row.put(CONTENT, absolute(item.content()));
        row.put(STYLE, item.styles().stream().map(Manifest::absolute).collect(Collectors.joining(";")));
        row.put(OUTPUT, output(item));
        row.put(STATUS, lower(outcome.status()));
        row.putAll(item.settings().texts());
        row.put(CHECKSUM, outcome.checksum());
        row.put(
                LOSSES,
                outcome.losses().entrySet().stream()
                        .map(loss -> String.format(Locale.ROOT, "%s=%.6g", loss.getKey(), loss.getValue()))
                        .collect(Collectors.joining(",")));
        row.put(STEPS, Integer.toString(outcome.steps()));
        row.put(WIDTH, Integer.toString(outcome.width()));
        row.put(HEIGHT, Integer.toString(outcome.height()));
        row.put(SECONDS, String.format(Locale.ROOT, "%.1f", outcome.seconds()));
        row.put(MESSAGE, outcome.message());
        row.put(VERSION, Release.version());
        if (item.variant() != null) {
            row.put(LABELS, absolute(item.variant().labels()));
            row.put(LABELS_OUTPUT, relative(item.variant().output()));
            outcome.measures()
                    .forEach((name, value) ->
                            row.put(name, Double.isFinite(value) ? String.format(Locale.ROOT, "%.4f", value) : ""));
        }
        put(row);
    }

    /** Adds a row, or replaces that of the same output. */
    public void put(Map<String, String> row) {
        rows.put(row.get(OUTPUT), new LinkedHashMap<>(row));
    }

    /** Replaces the file at once and completely. */
    public void write() throws IOException {
        Path file = folder.resolve(FILE);
        try {
            OutputFile.write(file, this::print);
        } catch (IOException e) {
            throw new IOException(
                    "Cannot write " + file + " (" + e.getMessage()
                            + "); close it in other programs and make room, then run the same again.",
                    e);
        }
    }

    private void print(Path file) throws IOException {
        List<String> columns = columns();
        if (rows.values().stream().anyMatch(row -> row.containsKey(LABELS))) columns.addAll(variantColumns());
        try (BufferedWriter writer = Files.newBufferedWriter(file);
                CSVPrinter printer = CSVFormat.RFC4180
                        .builder()
                        .setHeader(columns.toArray(String[]::new))
                        .get()
                        .print(writer)) {
            for (Map<String, String> row : rows.values())
                printer.printRecord(columns.stream().map(column -> row.getOrDefault(column, "")));
        }
    }

    private String output(BatchItem item) {
        return relative(item.output());
    }

    private String relative(Path file) {
        Path output = file.toAbsolutePath().normalize(),
                home = folder.toAbsolutePath().normalize();
        return (output.startsWith(home) ? home.relativize(output) : output).toString();
    }

    private static String absolute(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }

    static String lower(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
