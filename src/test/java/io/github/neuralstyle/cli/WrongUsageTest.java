package io.github.neuralstyle.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exit code 2, before any file is looked at. */
class WrongUsageTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--size 63 | --size is 63; it must be from 64 to 16384.",
                "--size 16385 | --size is 16385; it must be from 64 to 16384.",
                "--size many | --size is many; it must be from 64 to 16384.",
                "--steps 0 | --steps is 0; it must be from 1 to 100000.",
                "--steps 1.5 | --steps is 1.5; it must be a whole number from 1 to 100000.",
                "--strength 1.01 | --strength is 1.01; it must be from 0 to 1.",
                "--strength NaN | --strength is NaN; it must be from 0 to 1.",
                "--style-scale 0 | --style-scale is 0; it must be from 0.1 to 4.",
                "--seed -1 | --seed is -1; it must be from 0 to 2147483647.",
                "--init middle | --init is middle; it must be content or noise.",
                "--optimizer sgd | --optimizer is sgd; it must be adam or lbfgs.",
                "--preset best | --preset is best; it must be draft",
                "--losses content,gramm | --losses has gramm; it must be some of",
                "--losses tv | --losses is [tv]",
                "--output b.png | --output is given twice; it must be once.",
                "--layer-weights linear | --layer-weights is linear; it must be equal or geometric.",
                "--losses= | --losses is empty",
                "--losses content,,gram | --losses is \"content,,gram\"; it has nothing beside a comma",
                "--size= | --size is empty",
                "--log= | --log is empty; it must be FILE.",
                "--style= | --style is empty; it must be FILE.",
                "--nonsense 1 | There is no option --nonsense here.",
                "picture.png | There is no command or parameter picture.png here."
            })
    void ofTransfer(String args, String message) {
        Path output = folder.resolve("out.png");
        String[] files = {"transfer", "--content", "a.png", "--style", "b.png", "--output", output.toString()};
        Cli.run((Object[]) Stream.concat(Arrays.stream(files), Arrays.stream(args.split(" ")))
                        .toArray(String[]::new))
                .assertFails(2, message, "See neural-style transfer --help.");
        assertFalse(Files.exists(output));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--epochs 0 | --epochs is 0; it must be from 1 to 10000.",
                "--batch 1 | --batch is 1; it must be from 2 to 4096.",
                "--learning-rate 2 | --learning-rate is 2; it must be from 0.00001 to 1.",
                "--pooling min | --pooling is min; it must be average or max."
            })
    void ofTrain(String args, String message) {
        String[] files = {
            "train", "--images", "a", "--output", folder.resolve("model").toString()
        };
        Cli.run((Object[]) Stream.concat(Arrays.stream(files), Arrays.stream(args.split(" ")))
                        .toArray(String[]::new))
                .assertFails(2, message, "See neural-style train --help.");
        assertFalse(Files.exists(folder.resolve("model")));
    }

    /** An empty input is not the folder that the program is in. */
    @Test
    void emptyTexts() {
        String output = folder.resolve("out").toString();
        Cli.run("batch", "--input", "", "--style", "b.png", "--output", output)
                .assertFails(2, "--input is empty; it must be DIR|GLOB|LIST.csv.");
        Cli.run("histograms", "--result", "a.png", "--style", "b.png", "--layer", " ", "--output", output)
                .assertFails(2, "--layer is empty");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--bins 1 | --bins is 1; it must be from 2 to 65536.",
                "--bins 65537 | --bins is 65537; it must be from 2 to 65536.",
                "--mode hsv | --mode is hsv; it must be grey, channels, decorrelated, reinhard, macenko or vahadane.",
                "--method fast | --method is fast; it must be exact or binned."
            })
    void ofMatch(String args, String message) {
        String[] files = {
            "match",
            "--source",
            "a.png",
            "--template",
            "b.png",
            "--output",
            folder.resolve("c.png").toString()
        };
        Cli.run((Object[]) Stream.concat(Arrays.stream(files), Arrays.stream(args.split(" ")))
                        .toArray(String[]::new))
                .assertFails(2, message, "See neural-style match --help.");
        assertFalse(Files.exists(folder.resolve("c.png")));
    }

    @Test
    void ofHistograms() {
        String[] files = {"histograms", "--result", "a.png", "--style", "b.png", "--output", "c.png"};
        Cli.run(Stream.concat(Arrays.stream(files), Stream.of("--bins", "0")).toArray())
                .assertFails(2, "--bins is 0; it must be from 2 to 65536.");
        Cli.run(Stream.concat(Arrays.stream(files), Stream.of("--channel", "x")).toArray())
                .assertFails(2, "--channel");
    }

    @Test
    void withoutWhatIsRequired() {
        Cli.run("match", "--source", "a.png").assertFails(2, "--template=FILE", "--output=FILE");
        Cli.run("histograms").assertFails(2, "--result=FILE", "--style=FILE", "--output=FILE");
        Cli.run("transfer", "--content", "a.png").assertFails(2, "--style=FILE", "--output=FILE");
        Cli.run("train").assertFails(2, "--images=DIR|ZIP", "--output=DIR");
        Cli.run("benchmark", "--reference-steps", "0")
                .assertFails(2, "--reference-steps is 0; it must be from 1 to 1000.");
    }

    @Test
    void withoutCommandOrWithAnUnknownOne() {
        Cli.run()
                .assertFails(
                        2,
                        "No command is given; there are transfer, again, batch, augment, explain, texture, match, sheet, compare, histograms, train, model, benchmark.");
        Cli.run("paint").assertFails(2, "There is no command or parameter paint here.");
    }
}
