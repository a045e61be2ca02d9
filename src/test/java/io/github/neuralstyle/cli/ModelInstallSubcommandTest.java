package io.github.neuralstyle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.model.ModelStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** From the command to a picture, with small files of weights on a server of this machine, in a home of its own. */
class ModelInstallSubcommandTest extends ModelInstallations {

    private static Cli succeeds(Object... args) {
        Cli cli = Cli.run(args);
        assertEquals(0, cli.code(), cli.err());
        return cli;
    }

    @ParameterizedTest
    @CsvSource({"keras-2016.h5, keras", "keras-2.h5, keras", "torch.pth, torchvision", "torch-2017.pth, caffe"})
    void fromTheServerToAPicture(String file, String source) throws Exception {
        Object[] install = Stream.concat(
                        Stream.of("model", "install"),
                        Stream.of(from(file, "--yes", "--pooling", "max", "--source", source)))
                .toArray();
        Cli cli = succeeds(install);
        assertTrue(cli.out().endsWith("net is installed; --model net uses it." + System.lineSeparator()), cli.out());
        assertEquals(
                "net: 5 files as they were imported, 16 layers with the known answer",
                succeeds("model", "verify", "net").out().strip());
        String card = Files.readString(new ModelStore().folder("net").resolve("MODEL_CARD.md"));
        for (String words : List.of(
                "From http://localhost:",
                "/" + file + ". Find out under which licence",
                "| Pooling | max |",
                "`" + file + "`",
                "| Source | " + source + ", ")) assertTrue(card.contains(words), card);
        assertFalse(Files.exists(downloads().resolve(file)));
        Path picture = home.resolve("picture.png");
        succeeds(
                "transfer",
                "--content",
                Cli.image(home, "a.png", 64, 64),
                "--style",
                Cli.image(home, "b.png", 64, 64),
                "--output",
                picture,
                "--size",
                64,
                "--steps",
                2,
                "--model",
                "net");
        assertEquals(64, ImageFiles.readPixels(picture).width());
        Cli again = succeeds(install);
        assertEquals(
                "net is installed already; neural-style model remove net removes it.",
                again.out().strip());
        assertEquals(1, asked);
    }

    @Test
    void normalises() throws Exception {
        Path images = home.resolve("images");
        for (int i = 0; i < 5; i++) Cli.image(images, i + ".png", 60, 50);
        Path none = home.resolve("none");
        run(from("keras-2.h5", "--yes", "--normalize", none)).assertFails(2, "--normalize is " + none);
        assertEquals(0, asked);
        assertEquals(0, run(from("keras-2.h5", "--yes", "--normalize", images)).code());
        assertTrue(Files.readString(new ModelStore().folder("net").resolve("MODEL_CARD.md"))
                .contains("mean activation is 1 over the images of `images`"));
    }

    @Test
    void helpNamesWhatIsPublished() {
        String help = command().getUsageMessage(CommandLine.Help.Ansi.OFF).replaceAll("\\s+", " ");
        assertTrue(help.contains("vgg19 or vgg16") && help.contains("keras or torchvision; default keras"), help);
        assertFalse(help.contains("${") || help.contains("legal."), help);
    }
}
