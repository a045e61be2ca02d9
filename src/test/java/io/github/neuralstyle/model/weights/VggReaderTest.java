package io.github.neuralstyle.model.weights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.neuralstyle.Npz;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.model.TestModels;
import io.github.neuralstyle.model.VggWeights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** One network in files of all formats, against each other and against PyTorch. */
class VggReaderTest {

    static final List<String> FILES = Fixtures.FILES;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @FieldSource("FILES")
    void allFormatsHoldTheSame(String name) throws IOException {
        assertSame(Fixtures.weights(), VggReader.read(Fixtures.file(name)).weights());
    }

    @ParameterizedTest
    @CsvSource({
        "%s/kernel, %s/bias",
        "%s/kernel/.ATTRIBUTES/VARIABLE_VALUE, %s/bias/.ATTRIBUTES/VARIABLE_VALUE",
        "vgg19/%s/kernel, vgg19/%s/bias",
        "%s_1/kernel:0, %s_1/bias:0"
    })
    void savedModelsHoldTheSame(String kernel, String bias) throws IOException {
        Path model = Fixtures.savedModel(folder, kernel::formatted, bias::formatted);
        assertSame(Fixtures.weights(), VggReader.read(model).weights());
    }

    @Test
    void savedModelWithNumberedLayers() throws IOException {
        List<String> layers = Fixtures.weights().vgg().convolutions().stream()
                .map(c -> c.name())
                .toList();
        String ending = "/.ATTRIBUTES/VARIABLE_VALUE";
        Path model = Fixtures.savedModel(
                folder,
                name -> "layer_with_weights-" + layers.indexOf(name) + "/kernel" + ending,
                name -> "layer_with_weights-" + layers.indexOf(name) + "/bias" + ending);
        assertSame(Fixtures.weights(), VggReader.read(model).weights());
    }

    private static void assertSame(VggWeights expected, VggWeights actual) {
        assertEquals("vgg19-2", actual.vgg().name());
        assertEquals(expected.vgg(), actual.vgg());
        expected.vgg().convolutions().forEach(c -> {
            assertArrayEquals(expected.kernels().get(c.name()), actual.kernels().get(c.name()), c.name());
            assertArrayEquals(expected.biases().get(c.name()), actual.biases().get(c.name()), c.name());
        });
    }

    @ParameterizedTest
    @CsvSource({"KERAS, caffe", "CAFFE, caffe", "TORCHVISION, torchvision"})
    void featuresAreThoseOfPyTorch(WeightSource source, String golden) throws Exception {
        Npz npz = new Npz(getClass(), "golden.npz");
        Npz.Array picture = npz.get("picture");
        Map<String, float[]> features = TestModels.features(
                TestModels.model(source.fold(Fixtures.weights()), folder),
                new Pixels(picture.shape()[1], picture.shape()[0], picture.floats()));
        for (String layer : List.of("block1_conv1", "block2_conv2", "block3_conv4", "block4_conv2", "block5_conv4"))
            TestModels.assertClose(layer, npz.get(golden + "/" + layer).floats(), features.get(layer), 1e-5);
    }
}
