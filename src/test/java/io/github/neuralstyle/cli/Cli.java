package io.github.neuralstyle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.model.Vgg;
import io.github.neuralstyle.model.VggWeights;
import io.github.neuralstyle.model.VggWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import picocli.CommandLine;

/** A command line that was executed, and small files for it. */
public record Cli(int code, String out, String err) {

    public static final Vgg TINY = new Vgg("tiny", java.util.List.of(4, 4, 4, 8, 8), java.util.List.of(1, 1, 1, 2, 1));

    public static Cli run(Object... args) {
        StringWriter out = new StringWriter(), err = new StringWriter();
        CommandLine command = Main.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        String[] words = java.util.Arrays.stream(args).map(Object::toString).toArray(String[]::new);
        int code = command.execute(words);
        return new Cli(code, out.toString(), err.toString());
    }

    /** Checks that it ended with a code and one sentence that contains some words. */
    void assertFails(int expectedCode, String... words) {
        assertEquals(expectedCode, code, err);
        assertEquals(1, err.lines().count(), err);
        assertFalse(err.contains("Exception") || err.contains("\tat "), err);
        for (String word : words) assertEquals(word, err.contains(word) ? word : err);
        assertEquals("", out);
    }

    public static Path image(Path folder, String name, int width, int height) throws Exception {
        Random random = new Random(name.hashCode());
        float[] values = new float[3 * width * height];
        for (int i = 0; i < values.length; i++) values[i] = random.nextInt(256);
        Path file = folder.resolve(name);
        Files.createDirectories(folder);
        ImageFiles.write(new Pixels(width, height, values), file);
        return file;
    }

    public static Path model(Path folder) throws Exception {
        VggWriter.write(VggWeights.random(TINY, 1), Vgg.Pooling.AVERAGE, false, folder);
        return folder;
    }
}
