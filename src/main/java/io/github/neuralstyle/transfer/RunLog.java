package io.github.neuralstyle.transfer;

import io.github.neuralstyle.util.OutputFile;
import io.github.neuralstyle.util.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Keeps the losses of every step: {@code StyleTransfer.run(..., log)}. Each scale has weights and targets of its own, so
 * losses are comparable within a scale only.
 */
public final class RunLog implements ProgressListener<TransferState> {

    /**
     * One step.
     *
     * @param scale from 1
     * @param width of the picture at this scale, in pixels
     * @param height of the picture at this scale, in pixels
     * @param step at this scale, from 1
     * @param seconds since the log was made
     * @param losses the weighted value of each loss, by its name
     */
    public record Row(int scale, int width, int height, int step, double seconds, Map<String, Double> losses) {

        /** The sum of the losses. */
        public double total() {
            return losses.values().stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    private final long start = System.nanoTime();
    private final List<Row> rows = new ArrayList<>();

    /** Adds a row, of a step of the network only. Never stops the work. */
    @Override
    public boolean update(TransferState state) {
        return state.stage() == TransferState.Stage.FINISH
                || rows.add(new Row(
                        state.scale(),
                        state.width(),
                        state.height(),
                        state.step(),
                        (System.nanoTime() - start) / 1e9,
                        new LinkedHashMap<>(state.losses())));
    }

    /** The steps so far. */
    public List<Row> rows() {
        return List.copyOf(rows);
    }

    /** The names of all losses that acted at any scale; none before the first step. */
    public List<String> losses() {
        return rows.stream()
                .flatMap(row -> row.losses.keySet().stream())
                .distinct()
                .toList();
    }

    /**
     * A row per step, with the header {@code scale,width,height,step,seconds}, the losses' names and {@code total}; blank
     * where a loss does not act at a scale.
     */
    public String csv() {
        List<String> names = losses();
        String header = "scale,width,height,step,seconds,"
                + names.stream().map(name -> name + ",").collect(Collectors.joining()) + "total\n";
        return rows.stream().map(row -> line(row, names)).collect(Collectors.joining("", header, ""));
    }

    private static String line(Row row, List<String> names) {
        String where =
                String.format(Locale.ROOT, "%d,%d,%d,%d,%.3f", row.scale, row.width, row.height, row.step, row.seconds);
        return Stream.concat(names.stream().map(row.losses::get), Stream.of(row.total()))
                .map(value -> value == null ? "" : String.format(Locale.ROOT, "%.6g", value))
                .collect(Collectors.joining(",", where + ",", "\n"));
    }

    /** Writes {@link #csv} to a file. @throws IOException if its name does not end in .csv, or it cannot be written */
    public void write(Path file) throws IOException {
        OutputFile.writeTable(file, csv());
    }
}
