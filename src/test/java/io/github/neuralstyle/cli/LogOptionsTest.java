package io.github.neuralstyle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.image.Pixels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The losses of a transfer as a table and as a picture. */
class LogOptionsTest {

    @TempDir
    private Path folder;

    private Path content, model, output;

    @BeforeEach
    void files() throws Exception {
        content = Cli.image(folder, "content.png", 96, 64);
        model = Cli.model(folder.resolve("tiny"));
        output = folder.resolve("out.png");
    }

    private Cli transfer(Object... more) {
        Object[] args = {
            "transfer",
            "--content",
            content,
            "--style",
            content,
            "--output",
            output,
            "--model",
            model,
            "--size",
            190,
            "--preset",
            "statistics",
            "--steps",
            3
        };
        return Cli.run(Stream.concat(Arrays.stream(args), Arrays.stream(more)).toArray());
    }

    @Test
    void writesARowPerStepAndAPlot() throws Exception {
        Path table = folder.resolve("losses.csv"), plot = folder.resolve("losses.png");
        Cli cli = transfer("--log", table, "--plot", plot);
        assertEquals(0, cli.code(), cli.err());
        List<String> lines = Files.readAllLines(table);
        assertEquals("scale,width,height,step,seconds,content,gram,shift,hist,tv,total", lines.get(0));
        assertEquals(7, lines.size(), "two scales of three steps");
        assertTrue(lines.get(3).startsWith("1,134,90,3,"), lines.get(3));
        assertTrue(lines.get(4).startsWith("2,190,127,1,"), lines.get(4));
        for (String line : lines.subList(1, 7)) {
            double[] row = Arrays.stream(line.split(","))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            assertEquals(row[5] + row[6] + row[7] + row[8] + row[9], row[10], 1e-4 * row[10]);
        }
        Pixels drawn = ImageFiles.readPixels(plot);
        assertEquals(900, drawn.width());
        assertEquals(540, drawn.height());
    }

    /** Of 67x45 pixels only shifts of 11 fit, of 134x90 and a style of 96x64 those of 16. */
    @Test
    void aLossThatDoesNotActAtAScaleIsBlankThere() throws Exception {
        Path table = folder.resolve("losses.csv"), plot = folder.resolve("losses.png");
        Cli cli = transfer(
                "--log", table, "--plot", plot, "--losses", "gram,shift", "--shifts", "14", "--coarsest", "64");
        assertEquals(0, cli.code(), cli.err());
        List<String> lines = Files.readAllLines(table);
        assertEquals("scale,width,height,step,seconds,gram,shift,total", lines.get(0));
        assertEquals("", lines.get(1).split(",")[6]);
        assertTrue(Double.parseDouble(lines.get(lines.size() - 1).split(",")[6]) > 0, lines::toString);
        assertEquals(900, ImageFiles.readPixels(plot).width());
    }

    @Test
    void filesAreCheckedBeforeTheWork() throws Exception {
        Path nowhere = folder.resolve("nowhere");
        transfer("--log", nowhere.resolve("a.csv")).assertFails(1, "Cannot write " + nowhere);
        transfer("--log", content).assertFails(1, "Cannot write " + content, ".csv");
        transfer("--plot", nowhere.resolve("a.png")).assertFails(1, "Cannot write " + nowhere);
        transfer("--plot", folder.resolve("a.csv")).assertFails(1, "a.csv", ".png");
        transfer("--plot", folder.resolve("tiny/../out.png")).assertFails(2, "--plot is", "another file");
        assertFalse(Files.exists(output));
    }
}
