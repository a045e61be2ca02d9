package io.github.neuralstyle.model.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.model.TestModels;
import io.github.neuralstyle.model.Vgg;
import io.github.neuralstyle.model.VggWeights;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NormalizationTest {

    private static final int IMAGES = 6;

    @TempDir
    private Path folder;

    private Path images;

    /** Flat patches of random colours, at two depths of folders. */
    @BeforeEach
    void drawImages() throws IOException {
        images = Files.createDirectories(folder.resolve("images").resolve("some"))
                .getParent();
        Random random = new Random(1);
        for (int i = 0; i < IMAGES; i++) {
            BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
            for (int p = 0; p < 12; p++)
                image.getSubimage(p % 4 * 10, p / 4 * 10, 10, 10)
                        .setRGB(
                                0,
                                0,
                                10,
                                10,
                                random.ints(1, 0, 1 << 24)
                                        .flatMap(color -> java.util.stream.IntStream.generate(() -> color)
                                                .limit(100))
                                        .toArray(),
                                0,
                                10);
            ImageIO.write(
                    image,
                    "png",
                    (i % 2 == 0 ? images : images.resolve("some"))
                            .resolve(i + ".png")
                            .toFile());
        }
        Files.writeString(images.resolve("notes.txt"), "no image");
    }

    @ParameterizedTest
    @EnumSource(Vgg.Pooling.class)
    void meansAreOne(Vgg.Pooling pooling) throws IOException {
        VggWeights weights = TestModels.weights(TestModels.TINY, 1);
        List<Integer> told = new ArrayList<>();
        VggWeights normal = Normalization.normalize(weights, pooling, images, folder.resolve("scratch"), state -> {
            assertEquals(IMAGES, state.of());
            return told.add(state.images());
        });
        assertEquals(List.of(4, 6), told);
        means(normal, pooling).forEach((layer, means) -> {
            for (float mean : means) assertEquals(1, mean, 1e-3, layer);
        });
        means(weights, pooling)
                .forEach((layer, means) ->
                        assertTrue(Math.abs(means[0] - 1) > 0.01 || Math.abs(means[1] - 1) > 0.01, layer));
    }

    private Map<String, float[]> means(VggWeights weights, Vgg.Pooling pooling) throws IOException {
        ImageFolders data = ImageFolders.readUnsorted(images, 224, IMAGES + 1);
        TrainingBatch all = TrainingBatch.centred(data, new int[] {0, 1, 2, 3, 4, 5}, IMAGES, 224)
                .get(0);
        Path model = Files.createTempDirectory(folder, "model");
        return Normalization.meanActivations(
                TestModels.model(weights, pooling, false, model), List.of(all), state -> true);
    }

    @Test
    void canBeStopped() {
        assertThrows(
                CancellationException.class,
                () -> Normalization.normalize(
                        TestModels.weights(TestModels.TINY, 1),
                        Vgg.Pooling.MAX,
                        images,
                        folder.resolve("scratch"),
                        state -> false));
        assertFalse(Files.exists(folder.resolve("scratch")));
    }
}
