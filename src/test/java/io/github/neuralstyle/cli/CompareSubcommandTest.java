package io.github.neuralstyle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From files to a table on the standard output and one in a file. */
class CompareSubcommandTest {

    @TempDir
    private Path folder;

    private Path content, style, model, csv;

    @BeforeEach
    void files() throws Exception {
        content = Cli.image(folder, "content.png", 96, 64);
        style = Cli.image(folder, "style.png", 80, 80);
        model = Cli.model(folder.resolve("tiny"));
        csv = folder.resolve("measures.csv");
    }

    private Cli compare(Object... more) {
        Object[] args = {"compare", "--content", content, "--style", style, "--model", model, "--csv", csv};
        return Cli.run(Stream.concat(Arrays.stream(args), Arrays.stream(more)).toArray());
    }

    @Test
    void printsAndWritesTheMeasuresOfAllResults() throws Exception {
        Path other = Cli.image(folder, "a, b.png", 48, 32);
        Cli cli = compare(content, other);
        assertEquals(0, cli.code(), cli.err());
        assertEquals("", cli.err());
        List<String> printed = cli.out().lines().toList();
        assertTrue(printed.get(0).startsWith(" 1  ") && printed.get(0).endsWith("content.png, 96x64"), cli.out());
        assertTrue(printed.get(1).endsWith("a, b.png, 48x32"), cli.out());
        assertTrue(
                printed.stream().anyMatch(line -> line.matches("gram block1_conv1 +1\\.00 +\\d+\\.\\d\\d")), cli.out());
        assertTrue(
                printed.stream().anyMatch(line -> line.matches("content block4_conv2 +0\\.00 +\\d+\\.\\d\\d")),
                cli.out());
        assertTrue(printed.stream().anyMatch(line -> line.matches("shift block3_conv1 +1\\.00 +-")), cli.out());
        assertFalse(cli.out().contains("other proportions"), cli.out());
        List<String> lines = Files.readAllLines(csv);
        assertEquals(3, lines.size());
        List<String> header = List.of(lines.get(0).split(",")),
                first = List.of(lines.get(1).split(","));
        assertEquals(
                List.of("file", "width", "height", "gram_block1_conv1", "gram_block2_conv1"), header.subList(0, 5));
        assertEquals(
                List.of("noise", "color_noise", "border_edges", "border_tone"),
                header.subList(header.size() - 4, header.size()));
        assertEquals(header.size(), first.size());
        assertEquals(List.of(content.toString(), "96", "64"), first.subList(0, 3));
        assertEquals(1, Double.parseDouble(first.get(header.indexOf("gram_mean"))), 1e-6);
        assertEquals(0, Double.parseDouble(first.get(header.indexOf("content_block4_conv2"))));
        assertTrue(Double.parseDouble(first.get(header.indexOf("nearest"))) > 0);
        assertEquals(1, Double.parseDouble(first.get(header.indexOf("nearest_relative"))));
        assertEquals(1, Double.parseDouble(first.get(header.indexOf("coverage_relative"))));
        assertEquals(0, Double.parseDouble(first.get(header.indexOf("layout"))));
        assertTrue(lines.get(2).startsWith("\"" + other + "\",48,32,"), lines.get(2));
    }

    @Test
    void saysWhereTheContentWasStretched() throws Exception {
        Cli cli = compare(Cli.image(folder, "square.png", 64, 64));
        assertEquals(0, cli.code(), cli.err());
        assertTrue(cli.out().contains("square.png has other proportions than the content"), cli.out());
    }

    @Test
    void aResultThatCannotBeMeasured() throws Exception {
        compare(content, folder.resolve("missing.png")).assertFails(1, "missing.png");
        compare(Files.writeString(folder.resolve("text.png"), "Once")).assertFails(1, "text.png");
        compare(Cli.image(folder, "dot.png", 20, 300)).assertFails(1, "dot.png", "20x300", "at least 32 pixels");
        assertFalse(Files.exists(csv));
    }

    @Test
    void tablesThatCannotBeWritten() throws Exception {
        byte[] before = Files.readAllBytes(style);
        csv = style;
        compare(content).assertFails(1, "Cannot write " + style, ".csv");
        assertEquals(-1, Arrays.mismatch(before, Files.readAllBytes(style)));
        csv = folder.resolve("nowhere").resolve("a.csv");
        compare(content).assertFails(1, "Cannot write " + csv);
    }

    @Test
    void wrongUsage() {
        compare().assertFails(2, "RESULT", "See neural-style compare --help.");
        Cli.run("compare", content).assertFails(2, "--content=FILE", "--style=FILE");
        compare(content, "--size", "100").assertFails(2, "There is no option --size here.");
    }
}
