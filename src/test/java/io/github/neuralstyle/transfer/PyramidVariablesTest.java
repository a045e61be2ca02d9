package io.github.neuralstyle.transfer;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.neuralstyle.TestPictures;
import io.github.neuralstyle.image.ColorStatistics;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.optimize.Objective;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PyramidVariablesTest {

    private static final Pixels IMAGE = TestPictures.waves(45, 38, 1);

    private final PyramidVariables variables =
            new PyramidVariables(45, 38, ColorStatistics.of(TestPictures.waves(40, 40, 2)));

    @Test
    void thePictureOfAnImagesVariablesIsTheImage() {
        assertArrayEquals(IMAGE.values(), variables.picture(variables.of(IMAGE.values())), 0.01f);
    }

    /** Half the squared distance from an image with all colours within 0..255. */
    @Test
    void gradientAgainstFiniteDifferences() {
        float[] wanted = TestPictures.waves(45, 38, 3).values();
        Objective distance = variables.of(squaredDistance(wanted));
        float[] x = variables.of(TestPictures.constant(45, 38, 120).values());
        float[] gradient = new float[x.length], ignored = new float[x.length];
        distance.evaluate(x, gradient);
        Random random = new Random(5);
        float[] before = x.clone(), after = x.clone();
        double slope = 0, step = 1e-2;
        for (int i = 0; i < x.length; i++) {
            double d = random.nextGaussian();
            before[i] -= (float) (step * d);
            after[i] += (float) (step * d);
            slope += gradient[i] * d;
        }
        double difference = (distance.evaluate(after, ignored) - distance.evaluate(before, ignored)) / (2 * step);
        assertEquals(1, difference / slope, 1e-3);
    }

    @Test
    void colorsOutOfRangeArePushedNoFurther() {
        float[] x = variables.of(TestPictures.constant(45, 38, 255).values());
        for (int i = 0; i < x.length; i++) x[i] *= 1.5f;
        float[] far = new float[IMAGE.values().length], gradient = new float[x.length];
        java.util.Arrays.fill(far, 10000);
        variables.of(squaredDistance(far)).evaluate(x, gradient);
        assertArrayEquals(new float[gradient.length], gradient);
    }

    private static Objective squaredDistance(float[] wanted) {
        return (x, gradient) -> {
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                gradient[i] = x[i] - wanted[i];
                sum += 0.5 * gradient[i] * gradient[i];
            }
            return sum;
        };
    }
}
