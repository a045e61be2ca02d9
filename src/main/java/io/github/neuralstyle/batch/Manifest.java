package io.github.neuralstyle.batch;

import io.github.neuralstyle.Options;
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
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** The file that records for each picture in a folder its inputs, its settings and how it ended. */
final class Manifest {

    static final String FILE = "manifest.csv", CONTENT = "content", STYLE = "style", OUTPUT = "output";
    private static final String STATUS = "status",
            CHECKSUM = "inputs-sha256",
            LOSSES = "loss-values",
            STEPS = "steps-made",
            WIDTH = "width",
            HEIGHT = "height",
            SECONDS = "seconds",
            MESSAGE = "message",
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

    /** The manifest of a folder, without rows if there is none yet. @throws IOException if its file is no manifest */
    static Manifest of(Path folder) throws IOException {
        Manifest manifest = new Manifest(folder);
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) return manifest;
        CsvTable csv = CsvTable.read(file);
        if (!csv.columns().containsAll(List.of(CONTENT, OUTPUT, STATUS, CHECKSUM)))
            throw new IOException("Cannot use " + file
                    + ": it is no manifest of this program; move it away, or choose another output.");
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
                || !Files.isRegularFile(item.output())
                || !List.of(lower(Status.DONE), lower(Status.SKIPPED)).contains(row.get(STATUS))
                || !row.entrySet().containsAll(item.settings().texts().entrySet())) return false;
        try {
            return row.get(CHECKSUM).equals(checksums.of(item));
        } catch (IOException | IllegalArgumentException unreadable) {
            return false;
        }
    }

    /** Marks a picture that {@link #holds} found. */
    void skip(BatchItem item) {
        rows.get(output(item)).put(STATUS, lower(Status.SKIPPED));
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
        rows.put(output(item), row);
    }

    /** Replaces the file at once and completely. */
    void write() throws IOException {
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
        try (BufferedWriter writer = Files.newBufferedWriter(file);
                CSVPrinter printer = CSVFormat.RFC4180
                        .builder()
                        .setHeader(columns().toArray(String[]::new))
                        .get()
                        .print(writer)) {
            for (Map<String, String> row : rows.values())
                printer.printRecord(columns().stream().map(column -> row.getOrDefault(column, "")));
        }
    }

    private String output(BatchItem item) {
        Path output = item.output().toAbsolutePath().normalize(),
                home = folder.toAbsolutePath().normalize();
        return (output.startsWith(home) ? home.relativize(output) : output).toString();
    }

    private static String absolute(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }

    private static String lower(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
