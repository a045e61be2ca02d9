package io.github.neuralstyle.batch;

import io.github.neuralstyle.Options;
import io.github.neuralstyle.Settings;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.plot.Figure;
import io.github.neuralstyle.transfer.Painter;
import io.github.neuralstyle.transfer.Styles;
import io.github.neuralstyle.transfer.TransferResult;
import io.github.neuralstyle.transfer.TransferState;
import io.github.neuralstyle.util.Option;
import io.github.neuralstyle.util.ProgressListener;
import io.github.neuralstyle.util.Range;
import io.github.neuralstyle.util.RemainingTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A figure of one content that goes from style to style in its columns, and through strengths in its rows; of a single
 * style through strengths in one row.
 */
public final class BlendSheet {

    public static final Option<Integer> COLUMNS =
            Option.integer(new Range("columns", 2, 20, 5), "Pictures from the first style to the last.");

    public static final Option<List<Double>> STRENGTHS = Option.numbers(
                    "strengths", List.of(), "Strengths, separated by commas: a row for each, or of one style a column.")
            .withInitialText(() -> "that of --strength");

    /** In pixels. */
    public static final Option<Integer> SIZE = Options.SIZE.withInitial(256, "Longest side of each picture in pixels.");

    /** Makes painters of mixtures; each is closed after its picture. */
    @FunctionalInterface
    public interface Painters {

        Painter painter(Styles styles, Settings settings);
    }

    /**
     * Where the work stands.
     *
     * @param picture the current one of {@code pictures}, from 1
     * @param done from 0 to 1: the part of the whole work
     * @param left the estimated time left
     */
    public record State(int picture, int pictures, double done, Duration left) {

        @Override
        public String toString() {
            return "picture " + picture + " of " + pictures;
        }
    }

    /** A picture to make. @param weights of the styles, of the sum 1 */
    record Cell(String label, double[] weights, double strength) {}

    private final Styles styles;
    private final List<String> names;
    private final Settings settings;
    private final List<List<Cell>> rows = new ArrayList<>();

    /**
     * Plans a figure.
     *
     * @param names of the styles
     * @param columns from the first style to the last, if there are several
     * @param strengths none for that of the settings
     * @throws IllegalArgumentException if a number is out of range, or there is but one picture to make
     */
    public BlendSheet(Styles styles, List<String> names, Settings settings, int columns, List<Double> strengths) {
        this.styles = styles;
        this.names = names;
        this.settings = settings.with(Options.STYLE_WEIGHTS, List.of());
        COLUMNS.check(columns);
        strengths.forEach(Options.STRENGTH::check);
        if (names.size() == 1) {
            if (strengths.size() < 2)
                throw new IllegalArgumentException("strengths has " + strengths.size()
                        + " values; of one style it must be at least 2, as 0.2,0.5,0.8: or give another style.");
            rows.add(strengths.stream()
                    .map(strength -> new Cell("strength " + Range.text(strength), new double[] {1}, strength))
                    .toList());
        } else
            for (double strength : strengths.isEmpty() ? List.of(settings.strength()) : strengths)
                rows.add(row(columns, strength));
    }

    private List<Cell> row(int columns, double strength) {
        List<Cell> row = new ArrayList<>();
        for (int column = 0; column < columns; column++) {
            double at = (double) column * (names.size() - 1) / (columns - 1);
            int first = Math.min(names.size() - 2, (int) at);
            double second = at - first;
            double[] weights = new double[names.size()];
            weights[first] = 1 - second;
            weights[first + 1] = second;
            row.add(new Cell(label(first, second), weights, strength));
        }
        return row;
    }

    private String label(int first, double second) {
        return second == 0
                ? names.get(first)
                : second == 1
                        ? names.get(first + 1)
                        : String.format(Locale.ROOT, "%.0f %% : %.0f %%", 100 - 100 * second, 100 * second);
    }

    /** The pictures to make, row by row. */
    List<List<Cell>> rows() {
        return rows;
    }

    /**
     * Makes the figure.
     *
     * @param progress if it stops the work, the figure has the pictures that are finished
     * @throws IOException if it is stopped before there is one
     */
    public Figure make(Pixels content, Painters painters, ProgressListener<State> progress) throws IOException {
        int all = rows.size() * rows.get(0).size(), made = 0;
        RemainingTime left = new RemainingTime(System::nanoTime);
        List<Figure.Row> drawn = new ArrayList<>();
        boolean stopped = false;
        for (List<Cell> row : rows) {
            List<Figure.Panel> panels = new ArrayList<>();
            for (int i = 0; i < row.size() && !stopped; i++) {
                int number = made;
                ProgressListener<TransferState> listener = step -> {
                    double done = (number + step.done()) / all;
                    return progress.update(new State(number + 1, all, done, left.after(done)));
                };
                TransferResult result = paint(row.get(i), content, painters, listener);
                stopped = result.stopped();
                if (!stopped) panels.add(new Figure.Panel(row.get(i).label(), result.picture()));
                made++;
            }
            if (!panels.isEmpty()) drawn.add(new Figure.Row(title(row.get(0)), panels));
        }
        if (drawn.isEmpty()) throw new IOException("Stopped before there was a picture.");
        return new Figure(drawn);
    }

    private TransferResult paint(
            Cell cell, Pixels content, Painters painters, ProgressListener<TransferState> listener) {
        try (Painter painter =
                painters.painter(styles.withWeights(cell.weights()), settings.withStrength(cell.strength()))) {
            return painter.paint(content, null, listener);
        }
    }

    private String title(Cell first) {
        return names.size() == 1
                ? names.get(0)
                : String.join(" - ", names) + ", strength " + Range.text(first.strength());
    }
}
