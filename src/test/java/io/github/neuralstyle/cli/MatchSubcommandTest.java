package io.github.neuralstyle.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.image.Planes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From files to files. */
class MatchSubcommandTest {

    @TempDir
    private Path folder;

    private Path colour, other, grey, output, plot;

    @BeforeEach
    void files() throws Exception {
        colour = Cli.image(folder, "colour.png", 40, 30);
        other = Cli.image(folder, "other.png", 30, 40);
        grey = folder.resolve("grey.tif");
        short[] values = new short[1200];
        for (int i = 0; i < values.length; i++) values[i] = (short) (1000 + i * i / 40);
        ImageFiles.writeSamples(ArrayImgs.unsignedShorts(values, 60, 20), grey);
        output = folder.resolve("out.png");
        plot = folder.resolve("plot.png");
    }

    @Test
    void coloursExactly() throws Exception {
        Cli cli = Cli.run(
                "match",
                "--source",
                colour,
                "--template",
                other,
                "--output",
                output,
                "--method",
                "exact",
                "--plot",
                plot);
        assertEquals(0, cli.code(), cli.err());
        assertEquals(output + ": 40x30x3 of UnsignedByteType", cli.out().strip());
        for (int c = 0; c < 3; c++) assertArrayEquals(sorted(other, c), sorted(output, c));
        assertEquals(1200, ImageFiles.read(plot).dimension(0));
    }

    @Test
    void greyKeepsItsSixteenBits() throws Exception {
        Cli cli = Cli.run(
                "match", "--source", colour, "--template", grey, "--output", output, "--mode", "GREY", "--bins", 1000);
        assertEquals(0, cli.code(), cli.err());
        assertEquals(
                UnsignedShortType.class,
                ImageFiles.readSamples(output).getType().getClass());
        Path jpeg = folder.resolve("out.jpg");
        Cli.run("match", "--source", grey, "--template", grey, "--output", jpeg)
                .assertFails(1, "Cannot write " + jpeg, "JPEG cannot hold 16-bit values");
        assertFalse(Files.exists(jpeg));
    }

    @Test
    void whatCannotBeReadOrMatchedOrWritten() throws Exception {
        Cli.run("match", "--source", colour, "--template", grey, "--output", output)
                .assertFails(1, "The source has 3 channels and the template 1");
        Cli.run("match", "--source", folder.resolve("none.png"), "--template", grey, "--output", output)
                .assertFails(1, "none.png");
        Cli.run(
                        "match",
                        "--source",
                        colour,
                        "--template",
                        other,
                        "--output",
                        output,
                        "--plot",
                        folder.resolve("plot.svg"))
                .assertFails(1, "plot.svg");
        assertFalse(Files.exists(output));
    }

    @Test
    void stainsOfAFolderWithTheirTableAndABadFileNamed() throws Exception {
        Path images = Files.createDirectories(folder.resolve("images")), pictures = folder.resolve("pictures");
        Path tissue = Path.of("test-images", "tissue-b.png"), template = Path.of("test-images", "tissue-a.png");
        Files.copy(tissue, images.resolve("b.png"));
        Files.copy(grey, images.resolve("grey.tif"));
        Path table = folder.resolve("stains.csv");
        Cli cli = Cli.run(
                "match",
                "--source",
                images,
                "--template",
                template,
                "--output",
                pictures,
                "--mode",
                "macenko",
                "--stains",
                table);
        assertEquals(1, cli.code());
        assertTrue(cli.err().contains("grey.tif: The source has 1 channel; stains are told apart"), cli.err());
        assertEquals(5, Files.readAllLines(table).size());
        assertFalse(Files.exists(pictures.resolve("grey.png")));
        Cli single = Cli.run(
                "match",
                "--source",
                tissue,
                "--template",
                template,
                "--output",
                output,
                "--mode",
                "macenko",
                "--plot",
                plot);
        assertEquals(0, single.code(), single.err());
        assertEquals(-1, Files.mismatch(output, pictures.resolve("b.png")), "the same picture as from the folder");
        assertEquals(1200, ImageFiles.read(plot).dimension(0));
    }

    @Test
    void whatDoesNotGoTogether() throws Exception {
        Cli.run(
                        "match",
                        "--source",
                        colour,
                        "--template",
                        other,
                        "--output",
                        output,
                        "--stains",
                        folder.resolve("s.csv"))
                .assertFails(2, "--stains needs --mode macenko or vahadane");
        Path images = Files.createDirectories(folder.resolve("images"));
        Cli.run("match", "--source", images, "--template", other, "--output", folder.resolve("o"), "--plot", plot)
                .assertFails(2, "--plot is for one source");
        Cli.run("match", "--source", images, "--template", other, "--output", folder.resolve("o"))
                .assertFails(1, "Cannot find an image in the folder");
    }

    @Test
    void histogramsOfALayer() throws Exception {
        Path model = Cli.model(folder.resolve("tiny"));
        Cli all = Cli.run("histograms", "--result", colour, "--style", other, "--model", model, "--output", plot);
        assertEquals(0, all.code(), all.err());
        assertEquals(
                plot + ": block1_conv1 of 4 channels, 1200 and 1200 values of each",
                all.out().strip());
        byte[] drawn = Files.readAllBytes(plot);
        Cli one = Cli.run(
                "histograms",
                "--result",
                colour,
                "--style",
                other,
                "--model",
                model,
                "--output",
                plot,
                "--layer",
                "block2_conv1",
                "--channel",
                3,
                "--bins",
                16);
        assertEquals(0, one.code(), one.err());
        assertFalse(Arrays.equals(drawn, Files.readAllBytes(plot)));
        Cli.run("histograms", "--result", colour, "--style", other, "--model", model, "--output", plot, "--channel", 4)
                .assertFails(1, "channel is 4; block1_conv1 has the channels 0 to 3.");
        Cli.run(
                        "histograms",
                        "--result",
                        colour,
                        "--style",
                        other,
                        "--model",
                        model,
                        "--output",
                        plot,
                        "--layer",
                        "block9")
                .assertFails(1, "has no layer block9; it has block1_conv1");
    }

    private static double[] sorted(Path file, int channel) throws Exception {
        double[] values = Planes.of("image", ImageFiles.readSamples(file)).values()[channel];
        Arrays.sort(values);
        return values;
    }
}
