package io.github.neuralstyle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.TestPictures;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.model.FeatureModel;
import io.github.neuralstyle.model.TensorFlowProcess;
import io.github.neuralstyle.model.TestModels;
import io.github.neuralstyle.model.weights.Fixtures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a file of weights to a style transfer with it, in a home of its own. */
class ModelSubcommandTest {

    @TempDir
    private Path home;

    private String before;

    /** While the home is still the one where its natives lie. */
    @BeforeAll
    static void loadTensorFlow() {
        TensorFlowProcess.start();
    }

    @BeforeEach
    void moveHome() {
        before = System.setProperty("user.home", home.toString());
    }

    @AfterEach
    void moveBack() {
        System.setProperty("user.home", before);
    }

    private static Path weights(String name) throws Exception {
        return Fixtures.file(name);
    }

    private Path models() {
        return home.resolve(".neural-style").resolve("models");
    }

    private Path installed(String name) {
        return models().resolve(name);
    }

    private static Cli succeeds(Object... args) {
        Cli cli = Cli.run(args);
        assertEquals(0, cli.code(), cli.err());
        return cli;
    }

    @Test
    void fromFileToPicture() throws Exception {
        assertEquals(
                List.of("compact-vgg (comes with this program)"),
                succeeds("model", "list").out().lines().toList());
        Cli imported = succeeds("model", "import", weights("keras-2016.h5"));
        assertTrue(imported.out().startsWith("vgg19-2: vgg19-2 of HDF5 (keras, "), imported.out());
        assertEquals(
                List.of("compact-vgg (comes with this program)", "vgg19-2"),
                succeeds("model", "list").out().lines().toList());
        String card = Files.readString(installed("vgg19-2").resolve("MODEL_CARD.md"));
        for (String words : List.of(
                "VGG-19 of Simonyan", "`keras-2016.h5`, HDF5, SHA-256 `", "BGR, 0..255", "average", "arXiv:1409.1556"))
            assertTrue(card.contains(words), card);
        assertEquals(
                "vgg19-2: 5 files as they were imported, 16 layers with the known answer",
                succeeds("model", "verify", "vgg19-2").out().strip());
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
                "vgg19-2");
        assertTrue(Files.size(picture) > 0);
        assertEquals(
                "vgg19-2 is removed.",
                succeeds("model", "remove", "vgg19-2").out().strip());
        try (Stream<Path> left = Files.list(models())) {
            assertEquals(0, left.count());
        }
    }

    /** Sides of what a position sees are those of the article's networks. */
    @Test
    void info() throws Exception {
        succeeds("model", "import", weights("keras-3.weights.h5"));
        String out = succeeds("model", "info", "vgg19-2").out();
        for (String row : List.of(
                "block1_conv1 +\\[3, 3, 3, 2\\] +2 +1 +3 +56 ",
                "block3_conv1 +\\[3, 3, 4, 8\\] +8 +4 +24 +296 ",
                "block5_conv4 +\\[3, 3, 16, 16\\] +16 +16 +252 +2320 ",
                "19774 parameters")) assertTrue(out.matches("(?s).*" + row + ".*"), out);
        assertTrue(succeeds("model", "info", "compact-vgg").out().contains("block5_conv1"));
    }

    @Test
    void optionsOfImport() throws Exception {
        Path images = home.resolve("images");
        for (int i = 0; i < 5; i++) Cli.image(images.resolve("some"), i + ".png", 60, 50);
        Cli.run("model", "import", weights("torch.pth")).assertFails(1, "--source torchvision or --source caffe");
        succeeds("model", "import", weights("torch.pth"), "--source", "caffe", "--name", "plain", "--pooling", "max");
        succeeds(
                "model",
                "import",
                weights("torch-2017.pth"),
                "--source",
                "caffe",
                "--name",
                "normal",
                "--pooling",
                "max",
                "--normalize",
                images);
        String card = Files.readString(installed("normal").resolve("MODEL_CARD.md"));
        assertTrue(card.contains("| max |") && card.contains("mean activation is 1 over the images of `images`"), card);
        Pixels picture = TestPictures.waves(64, 64, 1);
        var plain = TestModels.features(FeatureModel.load(installed("plain")), picture);
        TestModels.features(FeatureModel.load(installed("normal")), picture).forEach((layer, features) -> {
            int channels = features.length / positions(layer);
            for (int c = 0; c < channels; c++) assertProportional(layer, plain.get(layer), features, c, channels);
        });
    }

    private static int positions(String layer) {
        int side = 64 >> layer.charAt(5) - '1';
        return side * side;
    }

    private static void assertProportional(String layer, float[] plain, float[] normal, int channel, int channels) {
        double largest = 0, ratio = 0;
        for (int i = channel; i < plain.length; i += channels)
            if (plain[i] > largest) {
                largest = plain[i];
                ratio = normal[i] / plain[i];
            }
        for (int i = channel; i < plain.length; i += channels)
            assertEquals(ratio * plain[i], normal[i], 1e-4 * ratio * largest, layer);
    }

    @Test
    void damageIsNoticed() throws Exception {
        succeeds("model", "import", weights("torch.safetensors"), "--source", "torchvision", "--name", "mine");
        Path data = installed("mine").resolve("variables/variables.data-00000-of-00001");
        byte[] bytes = Files.readAllBytes(data);
        bytes[bytes.length / 2] ^= 1;
        Files.write(data, bytes);
        Cli.run("model", "verify", "mine")
                .assertFails(1, "The model mine is damaged: variables/variables.data-00000-of-00001");
        Files.delete(data);
        Cli.run("model", "verify", "mine").assertFails(1, "variables.data-00000-of-00001");
    }

    @Test
    void wrongUse() throws Exception {
        Path file = weights("keras-2.h5");
        Cli.run("model").assertFails(2, "No command is given; there are install, import, ");
        Cli.run("model", "import", file, "--name", "compact-vgg")
                .assertFails(1, "name is compact-vgg, and there is a model of this name");
        Cli.run("model", "import", file, "--name", "../up")
                .assertFails(1, "name is ../up; it must be of up to 64 letters");
        Cli.run("model", "import", file, "--pooling", "min")
                .assertFails(2, "--pooling is min; it must be average or max.");
        Cli.run("model", "import", file, "--source", "me")
                .assertFails(2, "--source is me; it must be keras, caffe, torchvision or ssd.");
        Cli.run("model", "import", home.resolve("none.h5")).assertFails(1, "none.h5: there is no such file.");
        Cli.run("model", "import", file, "--normalize", home).assertFails(1, "Cannot read images from " + home);
        Cli.run("model", "remove", "compact-vgg").assertFails(1, "comes with this program and cannot be removed");
        Cli.run("model", "remove", "vgg19").assertFails(1, "There is no installed model vgg19; installed are none.");
        Cli.run("model", "verify", "../images").assertFails(1, "There is no installed model ../images");
        assertEquals(
                "compact-vgg (comes with this program)",
                succeeds("model", "list").out().strip());
        try (Stream<Path> left = Files.list(models())) {
            assertEquals(
                    List.of(),
                    left.filter(path -> !path.getFileName().toString().startsWith("compact-vgg-"))
                            .toList());
        }
    }

    /** Whoever comes second is told; the first stays. */
    @Test
    void taken() throws Exception {
        succeeds("model", "import", weights("keras-2.h5"), "--name", "mine");
        Cli.run("model", "import", weights("keras-3.weights.h5"), "--name", "mine")
                .assertFails(1, "name is mine, and there is a model of this name");
        succeeds("model", "verify", "mine");
    }
}
