package io.github.neuralstyle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.model.FeatureModel;
import io.github.neuralstyle.model.TestModels;
import io.github.neuralstyle.model.Vgg;
import io.github.neuralstyle.util.ProgressListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What holds between processes. With the same number of threads ({@code TF_NUM_INTRAOP_THREADS}, or the processors of
 * the machine) pictures are bit-identical. With another number, TensorFlow adds up in another order, and the optimisation
 * magnifies the rounding from step to step: those of Adam differ by some thousandths of a grey level after a few steps
 * and by about half a grey level after a hundred; L-BFGS, whose line search decides by comparing values, may after tens
 * of steps end in a picture that is another one, though of like quality.
 */
class ReproducibilityTest {

    @TempDir
    private Path folder;

    @BeforeEach
    void writeNetwork() {
        TestModels.model(TestModels.weights(Vgg.COMPACT, 1), folder.resolve("model"));
    }

    @Test
    void bitIdenticalWithTheSameThreadsAndCloseWithOthers() throws Exception {
        List<Process> runs = List.of(start("one", 1), start("two", 2), start("two-again", 2));
        for (Process run : runs) assertEquals(0, run.waitFor());
        for (Settings.Method method : Settings.Method.values())
            assertArrayEquals(values("two", method), values("two-again", method), method.toString());
        float[] one = values("one", Settings.Method.ADAM), two = values("two", Settings.Method.ADAM);
        double sum = 0;
        for (int i = 0; i < one.length; i++) sum += Math.abs(one[i] - two[i]);
        assertTrue(sum / one.length < 0.1, "mean difference of " + sum / one.length + " grey levels");
    }

    private Process start(String name, int threads) throws IOException {
        return TestProcess.start(
                ReproducibilityTest.class,
                Map.of("TF_NUM_INTRAOP_THREADS", Integer.toString(threads)),
                folder.toString(),
                name);
    }

    /** Makes a picture by each method, in a process of its own. */
    public static void main(String... arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        FeatureModel model = FeatureModel.load(folder.resolve("model"));
        for (Settings.Method method : Settings.Method.values()) {
            Settings settings =
                    Preset.STATISTICS.settings().withSize(109).withSteps(6).withOptimizer(method);
            float[] values = StyleTransfer.run(
                            model,
                            TestPictures.waves(120, 90, 1),
                            List.of(TestPictures.waves(120, 96, 2)),
                            new double[] {1},
                            settings,
                            ProgressListener.none())
                    .picture()
                    .values();
            ByteBuffer bytes = ByteBuffer.allocate(4 * values.length);
            bytes.asFloatBuffer().put(values);
            Files.write(folder.resolve(arguments[1] + method), bytes.array());
        }
    }

    private float[] values(String name, Settings.Method method) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(folder.resolve(name + method)));
        float[] values = new float[bytes.remaining() / 4];
        bytes.asFloatBuffer().get(values);
        return values;
    }
}
