package io.github.neuralstyle.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.model.Precision;
import io.github.neuralstyle.util.Option;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures from what their files say about how they were made. */
class AgainSubcommandTest {

    @TempDir
    private Path folder;

    private Path content, style, model;

    @BeforeEach
    void files() throws Exception {
        content = Cli.image(folder.resolve("in"), "b\u00fcro \u5bcc.png", 96, 64);
        style = Cli.image(folder.resolve("in"), "style.png", 64, 64);
        model = Cli.model(folder.resolve("tiny"));
    }

    private Path transfer(String name, Object... more) {
        Path output = folder.resolve(name);
        Object[] args = {
            "transfer",
            "--content",
            content,
            "--style",
            style,
            "--style",
            content,
            "--output",
            output,
            "--model",
            model,
            "--size",
            80,
            "--steps",
            2,
            "--seed",
            7,
            "--losses",
            "content, gram",
            "--style-layers",
            "block2_conv1=0.5"
        };
        Cli cli = Cli.run(java.util.stream.Stream.concat(java.util.Arrays.stream(args), java.util.Arrays.stream(more))
                .toArray());
        assertEquals(0, cli.code(), cli.err());
        return output;
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.png", "a.jpg", "a.tif"})
    void theSameBytes(String name) throws Exception {
        Path picture = transfer(name), again = folder.resolve("x-" + name);
        Cli cli = Cli.run("again", picture, "--output", again);
        assertEquals(0, cli.code(), cli.err());
        assertEquals("", cli.err());
        assertArrayEquals(
                ImageFiles.readPixels(picture).values(),
                ImageFiles.readPixels(again).values());
        assertEquals(0, Cli.run("again", again).code());
        String beside = name.replace(".", "-again.");
        assertArrayEquals(
                ImageFiles.readPixels(picture).values(),
                ImageFiles.readPixels(folder.resolve("x-" + beside)).values());
        Cli.run("again", again).assertFails(1, "x-" + beside + ": the file is there already; choose another --output.");
    }

    @Test
    void fromASidecarInAMovedFolder() throws Exception {
        Path json = folder.resolve("a.json"), picture = transfer("a.bmp", "--sidecar", json);
        Path moved = Files.createDirectory(folder.resolve("moved"));
        Files.move(folder.resolve("in"), moved.resolve("in"));
        Files.move(json, moved.resolve("a.json"));
        Cli cli = Cli.run("again", moved.resolve("a.json"));
        assertEquals(0, cli.code(), cli.err());
        assertArrayEquals(Files.readAllBytes(picture), Files.readAllBytes(moved.resolve("a-again.bmp")));
        assertTrue(Files.readString(moved.resolve("a.json")).contains("\"seed\":\"7\""));
    }

    /** Those of earlier versions do not say their precision, which was float32. */
    @Test
    void inThePrecisionOfTheRecipe() throws Exception {
        Path recipe = folder.resolve("recipe.json"), again = folder.resolve("again.png");
        Path picture = transfer("single.png", "--precision", "float32", "--sidecar", recipe);
        String text = Files.readString(recipe), precision = "\"precision\":\"float32\",";
        assertTrue(text.contains(precision), text);
        Files.writeString(recipe, text.replace(precision, ""));
        assertEquals(0, Cli.run("again", recipe, "--output", again).code());
        assertArrayEquals(
                ImageFiles.readPixels(picture).values(),
                ImageFiles.readPixels(again).values());
        transfer("auto.png", "--sidecar", recipe);
        String auto = Option.text(Precision.AUTO.here());
        assertTrue(Files.readString(recipe).contains("\"precision\":\"" + auto + "\""), Files.readString(recipe));
    }

    @Test
    void refusedIfAnInputHasChanged() throws Exception {
        Path picture = transfer("a.png");
        Files.copy(style, folder.resolve("kept.png"));
        Cli.image(folder.resolve("in"), "style.png", 64, 65);
        Cli.run("again", picture).assertFails(1, "style.png has changed since");
        Files.delete(style);
        Cli.run("again", picture).assertFails(1, "there is no in/style.png");
        Files.copy(folder.resolve("kept.png"), folder.resolve("style.png"));
        assertEquals(0, Cli.run("again", picture).code());
        Files.writeString(model.resolve("more.txt"), "other");
        Cli.run("again", picture).assertFails(1, "the model", "has changed since");
    }

    @Test
    void refusedWithoutARecipe() throws Exception {
        Cli.run("again", content).assertFails(1, "it does not say");
        Path json = Files.writeString(folder.resolve("a.json"), "{}");
        Cli.run("again", json).assertFails(1, "what it says of it is damaged");
        Cli.run("again", folder.resolve("none.png")).assertFails(1, "there is no such file");
        assertFalse(Files.exists(folder.resolve("none-again.png")));
    }

    @Test
    void theSidecarIsNoInput() {
        Cli.run(
                        "transfer",
                        "--content",
                        content,
                        "--style",
                        style,
                        "--output",
                        folder.resolve("a.png"),
                        "--sidecar",
                        style)
                .assertFails(1, "it is an input");
    }
}
