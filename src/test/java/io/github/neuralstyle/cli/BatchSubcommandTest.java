package io.github.neuralstyle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.TestProcess;
import io.github.neuralstyle.image.ImageFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From files to a folder of files and their manifest, with exit codes. */
class BatchSubcommandTest {

    private static final int SIGTERM = 15;

    @TempDir
    private Path folder;

    private Path in, style, model, output;

    @BeforeEach
    void files() throws Exception {
        in = folder.resolve("in");
        for (String name : new String[] {"a.png", "b.png", "c.png"}) Cli.image(in, name, 64, 48);
        style = Cli.image(folder, "style.png", 64, 64);
        model = Cli.model(folder.resolve("tiny"));
        output = folder.resolve("out");
    }

    private Object[] words(Object input, Object... more) {
        Object[] args = {
            "batch",
            "--input",
            input,
            "--output",
            output,
            "--size",
            64,
            "--steps",
            2,
            "--model",
            model,
            "--losses",
            "content,gram",
            "--content-layers",
            "block1_conv1",
            "--style-layers",
            "block1_conv1"
        };
        return Stream.concat(Arrays.stream(args), Arrays.stream(more)).toArray();
    }

    private Cli batch(Object input, Object... more) {
        return Cli.run(words(input, more));
    }

    @Test
    void aPlanMakesNothingAndItsRowsAreMadeLater() throws IOException {
        Cli plan = batch(in, "--style", style, "--plan");
        assertEquals(0, plan.code(), plan.err());
        assertTrue(plan.out().contains("manifest.csv: 3 to make"), plan.out());
        assertEquals(List.of(), pictures());
        assertFalse(Files.readString(output.resolve("manifest.csv")).contains(",done,"));
        batch(in, "--style", style, "--plan").assertFails(1, "it is there already");
        assertEquals(0, batch(in, "--style", style).code());
        assertEquals(List.of("a.png", "b.png", "c.png"), pictures());
    }

    private List<String> pictures() throws IOException {
        try (Stream<Path> files = Files.list(output)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("manifest.csv"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aFolderThenTheSameAgain() throws Exception {
        Cli cli = batch(in, "--style", style, "--format", "jpg", "--jobs", 2);
        assertEquals(0, cli.code(), cli.err());
        assertEquals("", cli.err());
        assertTrue(cli.out().startsWith(output + ": 3 done, 0 skipped, 0 failed in "), cli.out());
        assertEquals(List.of("a.jpg", "b.jpg", "c.jpg"), pictures());
        assertTrue(batch(in, "--style", style, "--format", "jpg").out().contains("0 done, 3 skipped, 0 failed"));
        assertTrue(batch(in, "--style", style, "--format", "jpg", "--overwrite")
                .out()
                .contains("3 done, 0 skipped, 0 failed"));
    }

    @Test
    void aBadFileIsNamedAndTheRestIsDone() throws Exception {
        Path bad = Files.writeString(in.resolve("b.png"), "Once upon a time");
        Cli cli = batch(in + "/*.png", "--style", style);
        assertEquals(1, cli.code());
        assertEquals(
                bad + " failed: Cannot read " + bad
                        + ": it is not an image of a known format; choose a PNG, JPEG, TIFF, BMP or GIF image.",
                cli.err().strip());
        assertTrue(cli.out().startsWith(output + ": 2 done, 0 skipped, 1 failed"), cli.out());
        assertEquals(List.of("a.png", "c.png"), pictures());
    }

    @Test
    void aListWithSizesOfItsOwn() throws Exception {
        Path list = Files.writeString(
                in.resolve("list.csv"),
                "content,style,size,output\na.png,../style.png,80,\nb.png,c.png;../style.png,,two.tif\n");
        Cli cli = batch(list);
        assertEquals(0, cli.code(), cli.err());
        assertEquals(List.of("a.png", "two.tif"), pictures());
        assertEquals(80, ImageFiles.readPixels(output.resolve("a.png")).width());
        assertEquals(64, ImageFiles.readPixels(output.resolve("two.tif")).width());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--style s.png --jobs 0 | --jobs is 0; it must be from 1 to ",
                "--style s.png --jobs two | --jobs is two; it must be from 1 to ",
                "--style s.png --format bmp | --format is bmp; it must be png, jpg or tif.",
                "--style s.png --strength 2 | --strength is 2; it must be from 0 to 1.",
                "--seed 1 | --style is missing; only a list may have styles of its own."
            })
    void wrongUsage(String args, String message) {
        Cli.run(Stream.concat(Stream.of("batch", "--input", in, "--output", output), Arrays.stream(args.split(" ")))
                        .toArray())
                .assertFails(2, message, "See neural-style batch --help.");
        assertFalse(Files.exists(output));
    }

    @Test
    void whatIsRefusedBeforeTheWork() throws Exception {
        Cli.run("batch", "--style", style).assertFails(2, "--input=DIR|GLOB|LIST.csv", "--output=DIR");
        batch(folder.resolve("nowhere"), "--style", style).assertFails(1, "Cannot find an image that matches");
        batch(in, "--style", folder.resolve("missing.png")).assertFails(1, "missing.png");
        output = style;
        batch(in, "--style", style).assertFails(1, "Cannot write to the folder " + style);
    }

    /** A signal to a process, as Ctrl-C is one (but that may be ignored where tests run): the unfinished picture is discarded, and the same command makes what is left. */
    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void interrupted() throws Exception {
        Path list = Files.writeString(in.resolve("list.csv"), "content,steps\na.png,1\nb.png,100000\nc.png,1\n");
        String[] words = Arrays.stream(words(list, "--style", style))
                .map(Object::toString)
                .toArray(String[]::new);
        Process process = TestProcess.start(Main.class, Map.of(), words);
        try {
            while (process.isAlive() && !Files.exists(output.resolve("a.png"))) Thread.sleep(50);
            process.destroy();
            assertTrue(process.waitFor(2, TimeUnit.MINUTES));
        } finally {
            process.destroyForcibly();
        }
        assertEquals(128 + SIGTERM, process.exitValue());
        assertEquals(List.of("a.png"), pictures());
        Files.writeString(list, Files.readString(list).replace("100000", "1"));
        assertTrue(batch(list, "--style", style).out().contains("2 done, 1 skipped, 0 failed"));
    }
}
