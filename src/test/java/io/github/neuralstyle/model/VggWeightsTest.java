package io.github.neuralstyle.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.neuralstyle.TestPictures;
import io.github.neuralstyle.image.Pixels;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VggWeightsTest {

    private static final Pixels PICTURE = TestPictures.waves(37, 45, 1);

    @TempDir
    private Path folder;

    @Test
    void anotherInputRangeGivesTheSameFeatures() {
        float scale = 1 / 64f, offset = -1.75f;
        float[] values = new float[PICTURE.values().length];
        for (int i = 0; i < values.length; i++) values[i] = scale * PICTURE.values()[i] + offset;
        VggWeights weights = biased(VggWeights.random(TestModels.TINY, 1));
        Map<String, float[]> expected = TestModels.features(
                TestModels.model(weights, folder.resolve("a")), new Pixels(PICTURE.width(), PICTURE.height(), values));
        Map<String, float[]> actual =
                TestModels.features(TestModels.model(weights.withInput(scale, offset), folder.resolve("b")), PICTURE);
        expected.forEach((layer, features) -> TestModels.assertClose(layer, features, actual.get(layer), 1e-5));
    }

    @Test
    void dividedChannelsMultipliedBackAreTheSame() {
        VggWeights weights = biased(TestModels.weights(TestModels.TINY, 2));
        Random random = new Random(3);
        Map<String, float[]> divisors = new LinkedHashMap<>();
        for (Vgg.Convolution c : TestModels.TINY.convolutions()) {
            float[] divisor = new float[c.out()];
            for (int i = 0; i < divisor.length; i++) divisor[i] = (float) Math.exp(random.nextGaussian());
            divisors.put(c.name(), divisor);
        }
        Map<String, float[]> expected = TestModels.features(TestModels.model(weights, folder.resolve("a")), PICTURE);
        Map<String, float[]> divided =
                TestModels.features(TestModels.model(weights.dividedBy(divisors), folder.resolve("b")), PICTURE);
        expected.forEach((layer, features) -> {
            float[] divisor = divisors.get(layer), actual = divided.get(layer);
            for (int i = 0; i < actual.length; i++) actual[i] *= divisor[i % divisor.length];
            TestModels.assertClose(layer, features, actual, 1e-5);
        });
    }

    @Test
    void randomWeightsHaveTheVarianceOfHe() {
        VggWeights weights = VggWeights.random(Vgg.COMPACT, 4);
        float[] kernel = weights.kernels().get("block4_conv2");
        double square = 0;
        for (float w : kernel) square += w * w;
        assertEquals(2.0 / (9 * 128), square / kernel.length, 0.02 * 2 / (9 * 128));
        assertEquals(kernel[7], VggWeights.random(Vgg.COMPACT, 4).kernels().get("block4_conv2")[7]);
    }

    private static VggWeights biased(VggWeights weights) {
        Random random = new Random(5);
        weights.biases().values().forEach(bias -> {
            for (int i = 0; i < bias.length; i++) bias[i] += 0.2f * (float) random.nextGaussian();
        });
        return weights;
    }
}
