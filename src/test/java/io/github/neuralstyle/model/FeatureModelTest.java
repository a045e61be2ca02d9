package io.github.neuralstyle.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.neuralstyle.TestErrors;
import io.github.neuralstyle.TestPictures;
import io.github.neuralstyle.image.Pixels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.EagerSession;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.Signature;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Placeholder;
import org.tensorflow.op.core.Variable;
import org.tensorflow.types.TFloat32;

class FeatureModelTest {

    private static final Pixels PICTURE = TestPictures.waves(37, 45, 1);

    @TempDir
    private Path folder;

    /** The layers of the table, added to an eager session as they are, against those that were written and frozen. */
    @Test
    void frozenNetworkIsTheOneWritten() {
        VggWeights weights = TestModels.weights(TestModels.TINY, 1);
        Map<String, float[]> expected = new LinkedHashMap<>();
        try (EagerSession session = EagerSession.create()) {
            Ops tf = Ops.create(session);
            Operand<TFloat32> image = tf.constant(Shape.of(1, 45, 37, 3), DataBuffers.of(PICTURE.values()));
            TestModels.TINY
                    .features(tf, image, Vgg.Pooling.AVERAGE, (c, in) -> {
                        Operand<TFloat32> kernel = tf.constant(
                                Shape.of(3, 3, c.in(), c.out()),
                                DataBuffers.of(weights.kernels().get(c.name())));
                        Operand<TFloat32> bias = tf.constant(
                                Shape.of(c.out()),
                                DataBuffers.of(weights.biases().get(c.name())));
                        return tf.nn.relu(tf.nn.biasAdd(Vgg.convolve(tf, in, kernel), bias));
                    })
                    .forEach((layer, features) -> expected.put(layer, TestModels.values(features.asTensor())));
        }
        FeatureModel model = TestModels.model(weights, folder);
        assertEquals(expected.keySet(), model.layers());
        TestModels.features(model, PICTURE)
                .forEach((layer, features) -> TestModels.assertClose(layer, expected.get(layer), features, 1e-6));
    }

    @Test
    void writtenTwiceIsTheSame() {
        VggWeights weights = TestModels.weights(TestModels.TINY, 1);
        assertSame(
                TestModels.features(TestModels.model(weights, folder.resolve("a")), PICTURE),
                TestModels.features(TestModels.model(weights, folder.resolve("b")), PICTURE));
    }

    @Test
    void halfPrecisionIsThatOfRoundedWeights() {
        VggWeights weights = TestModels.weights(TestModels.TINY, 1);
        FeatureModel half = TestModels.model(weights, Vgg.Pooling.AVERAGE, true, folder.resolve("half"));
        Map<String, float[]> features = TestModels.features(half, PICTURE);
        assertSame(
                TestModels.features(TestModels.model(rounded(weights), folder.resolve("rounded")), PICTURE), features);
        TestModels.features(TestModels.model(weights, folder.resolve("whole")), PICTURE)
                .forEach((layer, expected) -> TestModels.assertClose(layer, expected, features.get(layer), 1e-2));
    }

    private static VggWeights rounded(VggWeights weights) {
        VggWeights copy = new VggWeights(
                weights.vgg(), new LinkedHashMap<>(weights.kernels()), new LinkedHashMap<>(weights.biases()));
        copy.kernels().replaceAll((layer, kernel) -> rounded(kernel));
        copy.biases().replaceAll((layer, bias) -> rounded(bias));
        return copy;
    }

    /** To 11 bits, and to multiples of 2<sup>-24</sup>. */
    private static float[] rounded(float[] values) {
        float[] rounded = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            double unit = Math.max(Math.scalb(1.0, Math.getExponent(values[i]) - 10), 0x1p-24);
            rounded[i] = (float) (unit * Math.rint(values[i] / unit));
        }
        return rounded;
    }

    private static void assertSame(Map<String, float[]> expected, Map<String, float[]> actual) {
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach((layer, features) -> assertArrayEquals(features, actual.get(layer), layer));
    }

    /** A side after some poolings; of an odd one, the last row makes a half of its own. */
    private static int halved(int side, int times) {
        return times == 0 ? side : halved((side + 1) / 2, times - 1);
    }

    @Test
    void severalSizesInOneSession() {
        FeatureModel model = TestModels.tiny(folder);
        List<Pixels> pictures = List.of(
                TestPictures.waves(32, 32, 1),
                TestPictures.waves(33, 95, 2),
                TestPictures.waves(101, 47, 3),
                TestPictures.waves(32, 32, 1));
        List<Map<String, float[]>> together = TestModels.features(model, pictures);
        for (int i = 0; i < pictures.size(); i++) {
            assertSame(TestModels.features(model, pictures.get(i)), together.get(i));
            int width = pictures.get(i).width(), height = pictures.get(i).height();
            for (Vgg.Convolution c : TestModels.TINY.convolutions())
                assertEquals(
                        halved(width, c.block()) * halved(height, c.block()) * c.out(),
                        together.get(i).get(c.name()).length,
                        c.name());
        }
    }

    @Test
    void nameIsThatOfTheFolder() {
        FeatureModel model = TestModels.tiny(folder.resolve("microscope"));
        assertEquals("microscope", model.name());
        assertEquals(11, model.layers().size());
    }

    @Test
    void networkOfSomeoneElse() throws IOException {
        export("serving_default", "image", "filtered", 4);
        FeatureModel model = FeatureModel.load(folder);
        assertEquals(Set.of("filtered"), model.layers());
        Map<String, float[]> features = TestModels.features(model, PICTURE);
        for (int i = 0; i < PICTURE.values().length; i++)
            assertEquals(2 * PICTURE.values()[i], features.get("filtered")[i]);
    }

    @Test
    void modelWithoutTheSignature() throws IOException {
        export("other", "image", "filtered", 4);
        assertRefused("no float input called image", "serving_default");
    }

    @Test
    void modelWithoutTheInput() throws IOException {
        export("serving_default", "picture", "filtered", 4);
        assertRefused("no float input called image", "(batch, height, width, 3)");
    }

    @Test
    void modelWithoutFeatureMaps() throws IOException {
        export("serving_default", "image", "mean", 1);
        assertRefused("names no feature map of shape (batch, height, width, channels)");
    }

    /** A network that doubles an image by a variable, and gives out the result or only the mean of each image. */
    private void export(String key, String input, String output, int rank) throws IOException {
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            Placeholder<TFloat32> image = tf.placeholder(TFloat32.class, Placeholder.shape(Shape.of(-1, -1, -1, 3)));
            Variable<TFloat32> factor = tf.variable(Shape.scalar(), TFloat32.class);
            Operand<TFloat32> doubled = tf.math.mul(image, factor);
            Operand<TFloat32> result = rank == 4 ? doubled : tf.math.mean(doubled, tf.constant(new int[] {1, 2, 3}));
            Signature signature = Signature.builder()
                    .key(key)
                    .input(input, image)
                    .output(output, result)
                    .build();
            Operand<TFloat32> assignment = tf.assign(factor, tf.constant(2f));
            try (Session session = new Session(graph)) {
                session.runner().addTarget(assignment.op()).run().close();
                SavedModelBundle.exporter(folder.toString())
                        .withSession(session)
                        .withSignature(signature)
                        .export();
            }
        }
    }

    @Test
    void emptyFolder() {
        assertRefused("saved_model.pb");
    }

    @Test
    void fileInPlaceOfAFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("weights.h5"), "no model");
        Exception error = assertThrows(IllegalArgumentException.class, () -> FeatureModel.load(file));
        TestErrors.assertSentence(error, file.toString());
    }

    @Test
    void rootFolder() {
        Exception error = assertThrows(IllegalArgumentException.class, () -> FeatureModel.load(folder.getRoot()));
        TestErrors.assertSentence(error, "saved_model.pb");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.5, 0.99})
    void truncatedGraph(double part) throws IOException {
        TestModels.tiny(folder);
        truncate(folder.resolve("saved_model.pb"), part);
        assertRefused();
    }

    @ParameterizedTest
    @ValueSource(strings = {"variables/variables.index", "variables/variables.data-00000-of-00001"})
    void truncatedOrMissingVariables(String file) throws IOException {
        TestModels.tiny(folder);
        truncate(folder.resolve(file), 0.5);
        assertRefused();
        Files.delete(folder.resolve(file));
        assertRefused();
    }

    private static void truncate(Path file, double part) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, (int) (part * bytes.length)));
    }

    private void assertRefused(String... words) {
        Exception error = assertThrows(IllegalArgumentException.class, () -> FeatureModel.load(folder));
        TestErrors.assertSentence(error, "the model " + folder);
        TestErrors.assertSentence(error, words);
    }
}
