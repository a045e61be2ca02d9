package io.github.neuralstyle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.TestPictures;
import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.image.Images;
import io.github.neuralstyle.image.Pixels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Combinations of losses from the command line. */
class LossOptionsTest {

    @TempDir
    private Path folder;

    private Cli transfer(Path content, Path style, String... more) {
        Object[] args = {
            "transfer",
            "--content",
            content,
            "--style",
            style,
            "--output",
            output(),
            "--size",
            64,
            "--steps",
            3,
            "--last-steps",
            1
        };
        return Cli.run(Stream.concat(Arrays.stream(args), Arrays.stream(more)).toArray());
    }

    private Path output() {
        return folder.resolve("out.png");
    }

    private Pixels made(String... more) throws Exception {
        Cli cli = transfer(Cli.image(folder, "content.png", 64, 48), Cli.image(folder, "style.png", 50, 50), more);
        assertEquals(0, cli.code(), cli.err());
        assertEquals("", cli.err());
        return ImageFiles.readPixels(output());
    }

    /** The embedded network has no block5_conv2: it gives its block5_conv1. */
    @ParameterizedTest
    @ValueSource(strings = {"content", "noise"})
    void thePresetOfTheArticleRunsWithTheEmbeddedNetwork(String init) throws Exception {
        Pixels article = made("--preset", "article", "--init", init);
        assertEquals(64, article.width());
        assertFalse(Arrays.equals(
                article.values(), made("--preset", "statistics", "--init", init).values()));
    }

    @Test
    void everyOptionMatters() throws Exception {
        String model = Cli.model(folder.resolve("tiny")).toString();
        Pixels plain = made("--preset", "statistics", "--model", model);
        for (String option : List.of(
                "--shifts=2",
                "--bins=16",
                "--histogram-layers=block2_conv1",
                "--style-layers=block1_conv1=3",
                "--content-layers=block2_conv1"))
            assertFalse(
                    Arrays.equals(
                            plain.values(),
                            made("--preset", "statistics", "--model", model, option)
                                    .values()),
                    option);
    }

    @Test
    void whatCannotBeIsSaidBeforeAnyWork() throws Exception {
        Path content = Cli.image(folder, "content.png", 64, 48), style = Cli.image(folder, "style.png", 50, 50);
        transfer(content, style, "--preset", "statistics", "--shifts", "1000")
                .assertFails(1, "shifts has 1000; it must be at most 12, a quarter");
        transfer(content, style, "--histogram-layers", "block9_conv1")
                .assertFails(
                        1, "compact-vgg has no layer block9_conv1 for the loss hist", "block1_conv1, block1_conv2");
        transfer(content, style, "--bins", "1").assertFails(2, "--bins is 1; it must be from 2 to 65536.");
        transfer(content, style, "--style-layers", "block1_conv1=NaN")
                .assertFails(2, "--style-layers has block1_conv1=NaN");
        transfer(content, Cli.image(folder, "small.png", 31, 200))
                .assertFails(1, "style", "31x200", "at least 32 pixels");
        assertFalse(Files.exists(output()));
    }

    /** A histogram of one value, a Gram matrix of rank one. */
    @ParameterizedTest
    @ValueSource(strings = {"content", "style", "both"})
    void imagesOfOneColour(String which) throws Exception {
        Path flat = folder.resolve("flat.png"), waves = Cli.image(folder, "waves.png", 64, 48);
        Pixels pixels = TestPictures.constant(64, 48, 90);
        ImageFiles.write(Images.fromPixels(pixels.values(), 64, 48), flat);
        Cli cli = transfer(which.equals("style") ? waves : flat, which.equals("content") ? waves : flat);
        assertEquals(0, cli.code(), cli.err());
        for (float value : ImageFiles.readPixels(output()).values()) assertTrue(value >= 0 && value <= 255);
    }
}
