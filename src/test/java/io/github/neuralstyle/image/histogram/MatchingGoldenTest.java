package io.github.neuralstyle.image.histogram;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.neuralstyle.Npz;
import io.github.neuralstyle.image.Planes;
import io.github.neuralstyle.image.histogram.HistogramMatching.Method;
import io.github.neuralstyle.image.histogram.HistogramMatching.Mode;
import java.util.Arrays;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import org.junit.jupiter.api.Test;

/** Against NumPy, see matching_golden.py. */
class MatchingGoldenTest {

    private final Npz golden;

    MatchingGoldenTest() throws Exception {
        golden = new Npz(MatchingGoldenTest.class, "matching_golden.npz");
    }

    @Test
    void binnedIsInterpolationOfTwoHistograms() {
        HistogramMatching matching = new HistogramMatching(Mode.CHANNELS, Method.BINNED, 16);
        assertArrayEquals(
                golden.get("binned").values(),
                Planes.of("result", matching.match(image("source"), image("template")))
                        .values()[0],
                1e-2);
    }

    /** The rank of a value's last pixel instead of the mean of its pixels: less than two levels apart in the middle. */
    @Test
    void wholeValuesAreNearThoseOfScikitImage() {
        double[] unique = golden.get("unique").values();
        double[] matched = Planes.of(
                        "result", HistogramMatching.defaults().match(image("whole_source"), image("whole_template")))
                .values()[0];
        double[] differences = new double[unique.length];
        for (int i = 0; i < unique.length; i++) differences[i] = Math.abs(unique[i] - matched[i]);
        Arrays.sort(differences);
        assertEquals(0.5, differences[differences.length / 2], 0.5);
        assertEquals(0, differences[(int) (0.95 * differences.length)], 2);
    }

    private Img<? extends RealType<?>> image(String name) {
        Npz.Array array = golden.get(name);
        return ArrayImgs.doubles(array.values(), array.shape()[1], array.shape()[0]);
    }
}
