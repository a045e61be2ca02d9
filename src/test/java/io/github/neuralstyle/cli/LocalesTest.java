package io.github.neuralstyle.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.neuralstyle.image.ImageFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same work in locales with other digits, another decimal mark and another i. */
class LocalesTest {

    @TempDir
    private static Path folder;

    private static Path image, style, model;
    private static float[] expected;

    private final Locale before = Locale.getDefault();

    @BeforeAll
    static void inEnglish() throws Exception {
        image = Cli.image(folder, "image.png", 64, 64);
        style = Cli.image(folder, "style.png", 64, 64);
        model = Cli.model(folder.resolve("tiny"));
        Locale.setDefault(Locale.US);
        expected = transfer();
    }

    @BeforeEach
    @AfterEach
    void restore() {
        Locale.setDefault(before);
    }

    private static float[] transfer() throws Exception {
        Path output = folder.resolve("out.png"), log = folder.resolve("log.csv");
        Cli cli = Cli.run(
                "transfer",
                "--content",
                image,
                "--style",
                style,
                "--output",
                output,
                "--log",
                log,
                "--size",
                64,
                "--steps",
                2,
                "--strength",
                "0.50",
                "--last-steps",
                2,
                "--model",
                model);
        assertEquals(0, cli.code(), cli.err());
        assertEquals("1,64,64,1,", Files.readAllLines(log).get(1).substring(0, 10));
        return ImageFiles.readPixels(output).values();
    }

    private static void use(String locale) {
        Locale.setDefault(locale.equals("th-TH-TH") ? new Locale("th", "TH", "TH") : Locale.forLanguageTag(locale));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa-IR", "ar-EG", "bn-BD", "ne-NP", "mr-IN", "my-MM", "th-TH-TH", "tr-TR", "de-DE"})
    void transfer(String locale) throws Exception {
        use(locale);
        assertArrayEquals(expected, transfer());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa-IR", "th-TH-TH", "tr-TR"})
    void otherCommands(String locale) throws Exception {
        use(locale);
        Path output = Files.createDirectories(folder.resolve(locale));
        Cli batch = Cli.run(
                "batch",
                "--input",
                image,
                "--style",
                style,
                "--output",
                output,
                "--size",
                64,
                "--steps",
                1,
                "--last-steps",
                1,
                "--model",
                model);
        assertEquals(0, batch.code(), batch.err());
        Cli compare =
                Cli.run("compare", output.resolve("image.png"), "--content", image, "--style", style, "--model", model);
        assertEquals(0, compare.code(), compare.err());
        Cli explain = Cli.run(
                "explain",
                "--image",
                image,
                "--output",
                output.resolve("explain.png"),
                "--size",
                64,
                "--steps",
                1,
                "--layers",
                "block1_conv1",
                "--style-layers",
                "block1_conv1",
                "--model",
                model);
        assertEquals(0, explain.code(), explain.err());
    }
}
