package io.github.neuralstyle.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.image.Pixels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From files to a file, and exit code 1 with no file for what cannot be read, written or used. */
class TransferSubcommandTest {

    @TempDir
    private Path folder;

    private Path content, style, model, output;
    private List<Path> before;
    private int size = 96;

    @BeforeEach
    void files() throws Exception {
        content = Cli.image(folder, "content.png", 96, 64);
        style = Cli.image(folder, "style.png", 80, 80);
        model = Cli.model(folder.resolve("tiny"));
        output = folder.resolve("out.png");
    }

    private Cli transfer(Path contentFile, Object... more) throws IOException {
        before = all();
        Object[] args = {
            "transfer", "--content", contentFile, "--style", style, "--output", output, "--size", size, "--steps", 3
        };
        return Cli.run(Stream.concat(Arrays.stream(args), Arrays.stream(more)).toArray());
    }

    private List<Path> all() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted().toList();
        }
    }

    private void assertNoFileIsLeft() throws IOException {
        assertEquals(before, all());
    }

    @AfterEach
    void nothingIsLeftRunning() {
        assertTrue(Thread.getAllStackTraces().keySet().stream()
                .noneMatch(t -> t.getName().equals("interruption")));
    }

    @Test
    void writesThePicture() throws Exception {
        Cli cli = transfer(content, "--model", model, "--style", content, "--preset", "statistics");
        assertEquals(0, cli.code(), cli.err());
        assertEquals("", cli.err());
        assertTrue(cli.out().startsWith(output + ": 96x64 pixels after 3 steps in "), cli.out());
        Pixels picture = ImageFiles.readPixels(output), original = ImageFiles.readPixels(content);
        assertEquals(96, picture.width());
        assertEquals(64, picture.height());
        assertTrue(!Arrays.equals(original.values(), picture.values()));
    }

    @Test
    void theFinishRepaintsAndMakesLargerResults() throws Exception {
        style = Cli.image(folder, "large.png", 160, 160);
        size = 160;
        Cli cli = transfer(content, "--model", model, "--network-size", 64, "--last-steps", 0);
        assertTrue(cli.out().startsWith(output + ": 160x107 pixels after 3 steps in "), cli.err());
        float[] finished = ImageFiles.readPixels(output).values();
        transfer(content, "--model", model, "--finish", "off", "--last-steps", 1);
        assertFalse(Arrays.equals(finished, ImageFiles.readPixels(output).values()));
        transfer(content, "--model", model, "--finish", "full")
                .assertFails(2, "--finish is full; it must be on, off or from 0 to 1.");
    }

    @Test
    void aRunIsKeptAndADamagedStateIsRefused() throws Exception {
        Path state = output.resolveSibling("run.state");
        Object[] args = {"--model", model, "--style", content, "--finish", "off", "--state", state};
        transfer(content, args);
        byte[] first = Files.readAllBytes(output);
        assertTrue(transfer(content, args).out().startsWith(output + ": 96x64 pixels after "));
        assertArrayEquals(
                ImageFiles.readPixels(output).values(),
                ImageFiles.readPixels(Files.write(output.resolveSibling("first.png"), first))
                        .values());
        Files.writeString(state, "x");
        transfer(content, args).assertFails(1, "Cannot go on from " + state, "damaged");
        transfer(content, "--model", model, "--state", content).assertFails(1, "input");
        Files.delete(state);
        Files.delete(output.resolveSibling("first.png"));
    }

    @Test
    void sameSeedSamePicture() throws Exception {
        transfer(content, "--model", model, "--last-steps", 3, "--init", "noise", "--seed", 5);
        float[] first = ImageFiles.readPixels(output).values();
        transfer(content, "--model", model, "--last-steps", 3, "--init", "noise", "--seed", 5);
        assertArrayEquals(first, ImageFiles.readPixels(output).values());
    }

    @Test
    void aContentThatIsNoImage() throws Exception {
        transfer(folder.resolve("missing.png"), "--model", model).assertFails(1, "missing.png");
        assertNoFileIsLeft();
        Path empty = Files.createFile(folder.resolve("empty.png"));
        transfer(empty, "--model", model).assertFails(1, "empty.png");
        byte[] bytes = Files.readAllBytes(content);
        Path truncated = Files.write(folder.resolve("truncated.png"), Arrays.copyOf(bytes, bytes.length / 2));
        transfer(truncated, "--model", model).assertFails(1, "truncated.png");
        Path text = Files.writeString(folder.resolve("text.png"), "Once upon a time");
        transfer(text, "--model", model).assertFails(1, "text.png");
        assertNoFileIsLeft();
    }

    @Test
    void aStyleThatIsNoImage() throws Exception {
        Path text = Files.writeString(folder.resolve("text.jpg"), "Once upon a time");
        transfer(content, "--model", model, "--style", text).assertFails(1, "text.jpg");
        assertNoFileIsLeft();
    }

    @Test
    void anOutputThatCannotBeWritten() throws Exception {
        output = folder.resolve("nowhere").resolve("out.png");
        transfer(content, "--model", model).assertFails(1, "Cannot write " + output);
        output = folder;
        transfer(content, "--model", model).assertFails(1, "Cannot write " + output);
        output = folder.resolve("out.doc");
        transfer(content, "--model", model).assertFails(1, "out.doc");
        assertNoFileIsLeft();
    }

    @Test
    void aModelThatIsNone() throws Exception {
        transfer(content, "--model", "vgg99").assertFails(1, "model is vgg99; it must be compact-vgg or the folder");
        transfer(content, "--model", Files.createDirectory(folder.resolve("none")))
                .assertFails(1, "saved_model.pb");
        Files.write(model.resolve("saved_model.pb"), new byte[] {1, 2, 3});
        transfer(content, "--model", model).assertFails(1, "Cannot load the model " + model);
        assertNoFileIsLeft();
    }

    @Test
    void aModelWithoutTheNamedOutputs() throws Exception {
        Path other = folder.resolve("other");
        OtherModels.withoutImage(other);
        transfer(content, "--model", other).assertFails(1, "no float input called image");
        Path shallow = folder.resolve("shallow");
        OtherModels.shallow(shallow);
        transfer(content, "--model", shallow)
                .assertFails(1, "losses has neighbors, which need layers named block1_conv1 to block4_conv3");
        assertNoFileIsLeft();
    }

    @Test
    void picturesTooNarrowOrTooLarge() throws Exception {
        transfer(Cli.image(folder, "dot.png", 7, 300), "--model", model).assertFails(1, "7x300", "at least 32 pixels");
        size = 16384;
        transfer(Cli.image(folder, "square.png", 100, 100), "--model", model, "--finish", "off")
                .assertFails(1, "size is 16384", "GB of memory", "choose a size of at most");
        assertNoFileIsLeft();
    }
}
