package io.github.neuralstyle.measure;

import io.github.neuralstyle.measure.Comparison.Measures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Measures of results as a text table, with a row per measure, or as CSV, with a row per result.
 *
 * @param files the names of the results
 * @param measures of each of them
 */
public record MeasureTable(List<String> files, List<Measures> measures) {

    private static final int MAX_NAME = 60, WIDTH = 8;

    /** Numbered results and then a row per measure. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < files.size(); i++)
            text.append(String.format(
                    Locale.ROOT,
                    "%2d  %s, %s%n",
                    i + 1,
                    shortened(files.get(i)),
                    measures.get(i).size()));
        List<String> names = names();
        int width = names.stream().mapToInt(String::length).max().orElse(0);
        text.append(String.format(Locale.ROOT, "%n%-" + width + "s", ""));
        for (int i = 1; i <= files.size(); i++) text.append(String.format(Locale.ROOT, "%" + WIDTH + "d", i));
        String group = "";
        for (String name : names) {
            String first = name.split(" ")[0];
            text.append(String.format(Locale.ROOT, "%n%s", first.equals(group) ? "" : heading(first)));
            group = heading(first).isEmpty() ? group : first;
            text.append(String.format(Locale.ROOT, "%-" + width + "s", name));
            for (Measures result : measures)
                text.append(String.format(
                        Locale.ROOT, "%" + WIDTH + "s", number(result.values().get(name))));
        }
        return text.append(System.lineSeparator()).toString();
    }

    /** What the numbers of a group mean. */
    private static String heading(String first) {
        return switch (first) {
            case "gram" -> String.format(Locale.ROOT, "style: 0 the style's, 1 as far as the content%n");
            case "content" -> String.format(Locale.ROOT, "content: 0 the content's, 1 as far as the style%n");
            case "nearest" -> String.format(
                    Locale.ROOT,
                    "places: 0 the style's, 1 as far as the mean of the style's; relative: as the content's%n");
            case "layout" -> String.format(Locale.ROOT, "layout: 0 the content's, 1 unrelated%n");
            case "noise" -> String.format(Locale.ROOT, "noise: 1 like the style%n");
            case "border" -> String.format(Locale.ROOT, "border: 1 like the content%n");
            default -> "";
        };
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, value < 100 ? "%.2f" : "%.0f", value);
    }

    /** Keeps the end of a long name, which is more specific than its beginning. */
    private static String shortened(String name) {
        return name.length() <= MAX_NAME ? name : "..." + name.substring(name.length() - MAX_NAME + 3);
    }

    /**
     * The header {@code file,width,height,gram_block1_conv1,...} and a row per result. A measure that is
     * not defined is left empty.
     */
    public String csv() {
        StringBuilder csv = new StringBuilder();
        try (CSVPrinter printer =
                CSVFormat.RFC4180.builder().setRecordSeparator('\n').get().print(csv)) {
            printer.printRecord(Stream.concat(
                    Stream.of("file", "width", "height"), names().stream().map(name -> name.replace(' ', '_'))));
            for (int i = 0; i < files.size(); i++) {
                Measures result = measures.get(i);
                printer.print(files.get(i));
                printer.print(result.size().width());
                printer.print(result.size().height());
                for (double value : result.values().values())
                    printer.print(Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.6g", value));
                printer.println();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return csv.toString();
    }

    private List<String> names() {
        return measures.isEmpty()
                ? List.of()
                : List.copyOf(measures.get(0).values().keySet());
    }
}
