package io.github.neuralstyle.measure;

import io.github.neuralstyle.measure.Comparison.Measures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Measures of results as text for people, with a row per measure, or as CSV for programs, with a row per result.
 *
 * @param files what the results are called
 * @param measures of each of them
 */
public record MeasureTable(List<String> files, List<Measures> measures) {

    private static final int LONGEST = 60, NUMBER = 8;

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
        text.append(String.format("%n%-" + width + "s", ""));
        for (int i = 1; i <= files.size(); i++) text.append(String.format(Locale.ROOT, "%" + NUMBER + "d", i));
        String group = "";
        for (String name : names) {
            String first = name.split(" ")[0];
            text.append(String.format("%n%s", first.equals(group) ? "" : heading(first)));
            group = heading(first).isEmpty() ? group : first;
            text.append(String.format("%-" + width + "s", name));
            for (Measures result : measures)
                text.append(
                        String.format("%" + NUMBER + "s", number(result.values().get(name))));
        }
        return text.append(System.lineSeparator()).toString();
    }

    /** What the numbers of a group mean. */
    private static String heading(String first) {
        return switch (first) {
            case "gram" -> String.format("style: 0 the style's, 1 as far as the content%n");
            case "content" -> String.format("content: 0 the content's, 1 as far as the style%n");
            case "noise" -> String.format("noise: 1 like the style%n");
            case "border" -> String.format("border: 1 like the content%n");
            default -> "";
        };
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, value < 100 ? "%.2f" : "%.0f", value);
    }

    /** The end of a long name tells more than its beginning. */
    private static String shortened(String name) {
        return name.length() <= LONGEST ? name : "..." + name.substring(name.length() - LONGEST + 3);
    }

    /**
     * The header {@code file,width,height,gram_block1_conv1,...} and a row per result. A measure that cannot be told is
     * left empty.
     */
    public String csv() {
        List<String> lines = new ArrayList<>();
        lines.add(Stream.concat(
                        Stream.of("file", "width", "height"), names().stream().map(name -> name.replace(' ', '_')))
                .collect(Collectors.joining(",")));
        for (int i = 0; i < files.size(); i++) {
            Measures result = measures.get(i);
            lines.add(Stream.concat(
                            Stream.of(
                                    quoted(files.get(i)),
                                    result.size().width(),
                                    result.size().height()),
                            result.values().values().stream()
                                    .map(value -> Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.6g", value)))
                    .map(Object::toString)
                    .collect(Collectors.joining(",")));
        }
        return String.join("\n", lines) + "\n";
    }

    private List<String> names() {
        return measures.isEmpty()
                ? List.of()
                : List.copyOf(measures.get(0).values().keySet());
    }

    /** A name that holds the separator, a quote or a line break is quoted (RFC 4180). */
    private static String quoted(String name) {
        return name.matches("(?s).*[,\"\r\n].*") ? '"' + name.replace("\"", "\"\"") + '"' : name;
    }
}
