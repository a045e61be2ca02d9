package io.github.neuralstyle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.image.ImageFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From files to a figure. */
class ExplainSubcommandTest {

    @TempDir
    private Path folder;

    private Path image, model, output;

    @BeforeEach
    void files() throws Exception {
        image = Cli.image(folder, "image.png", 96, 64);
        model = Cli.model(folder.resolve("tiny"));
        output = folder.resolve("figure.png");
    }

    private Cli explain(Object... more) {
        Object[] args = {"explain", "--image", image, "--output", output, "--size", 64, "--steps", 2, "--model", model};
        return Cli.run(Stream.concat(Arrays.stream(args), Arrays.stream(more)).toArray());
    }

    @Test
    void writesTheFigureAndEachPicture() throws Exception {
        Path pictures = folder.resolve("new").resolve("pictures");
        Cli cli = explain(
                "--pictures",
                pictures,
                "--layers",
                "block1_conv1,block5_conv1",
                "--style-layers",
                "block1_conv1,block2_conv1",
                "--style",
                Cli.image(folder, "style.png", 80, 80));
        assertEquals(0, cli.code(), cli.err());
        assertTrue(cli.out().startsWith(output + ": 4 pictures of 64x43 pixels in "), cli.out());
        assertTrue(ImageFiles.readPixels(output).width() > 3 * 64);
        try (Stream<Path> files = Files.list(pictures)) {
            assertEquals(
                    List.of(
                            "01-content-block1_conv1.png",
                            "02-content-block5_conv1.png",
                            "03-style-depth-1-block1_conv1.png",
                            "04-style-depth-2-to-block2_conv1.png"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        assertEquals(
                64,
                ImageFiles.readPixels(pictures.resolve("01-content-block1_conv1.png"))
                        .width());
    }

    @Test
    void allLayersAndTheDefaultOnes() {
        Cli all = explain("--layers", "all", "--style-layers", "block1_conv1");
        assertTrue(all.out().contains(": 7 pictures of "), all.out() + all.err());
        Cli defaults = explain("--losses", "gram");
        assertTrue(defaults.out().contains(": 11 pictures of "), defaults.out() + defaults.err());
    }

    @Test
    void wrongUsage() {
        Cli.run("explain", "--image", image).assertFails(2, "--output=FILE");
        explain("--losses", "content").assertFails(2, "--losses has content; it must be some of gram, shift, hist");
        explain("--seed", "-1").assertFails(2, "--seed is -1; it must be from 0 to 2147483647.");
        assertFalse(Files.exists(output));
    }

    @Test
    void whatCannotBeRead() throws Exception {
        explain("--layers", "conv1").assertFails(1, "has no layer conv1; it has block1_conv1");
        explain("--style", folder.resolve("missing.png")).assertFails(1, "missing.png");
        explain("--style", Cli.image(folder, "dot.png", 7, 300)).assertFails(1, "style", "7x300", "at least 32 pixels");
        explain("--pictures", image).assertFails(1, "Cannot make the folder " + image);
        assertFalse(Files.exists(output));
    }
}
