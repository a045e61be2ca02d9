package io.github.neuralstyle.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.neuralstyle.TestErrors;
import io.github.neuralstyle.image.IntensityMapping.Choice;
import java.util.Arrays;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;

class IntensityMappingTest {

    private static final List<Axis> XYC = List.of(Axis.X, Axis.Y, Axis.CHANNEL);

    /** Two channels of two pixels. */
    private static final RandomAccessibleInterval<?> TWO =
            ArrayImgs.unsignedShorts(new short[] {300, 4000, 12, 900}, 2, 1, 2);

    @Test
    void byChannelOrJointly() {
        assertEquals(
                List.of(new IntensityRange(300, 4000), new IntensityRange(12, 900)),
                map(TWO, Choice.MINMAX, false).channels());
        assertEquals(
                List.of(new IntensityRange(12, 4000), new IntensityRange(12, 4000)),
                map(TWO, Choice.MINMAX, true).channels());
        assertEquals(
                List.of(new IntensityRange(0, 65535), new IntensityRange(0, 65535)),
                map(TWO, Choice.FULL, false).channels());
    }

    @Test
    void bytesStayAsTheyAre() {
        for (Choice choice : Choice.values())
            assertEquals(
                    List.of(IntensityRange.BYTE),
                    map(ArrayImgs.unsignedBytes(new byte[] {3, 4}, 2, 1, 1), choice, false)
                            .channels());
    }

    @Test
    void percentilesLeaveOutOutliers() {
        float[] values = new float[1000];
        for (int i = 0; i < 1000; i++) values[i] = i;
        values[999] = 20000;
        IntensityMapping map = IntensityMapping.of(
                new Hyperstack(ArrayImgs.floats(values, 100, 10), List.of(Axis.X, Axis.Y)),
                Choice.PERCENTILE,
                false,
                2);
        assertEquals(10, map.channels().get(0).min(), 0.5);
        assertEquals(989, map.channels().get(0).max(), 0.5);
    }

    @Test
    void oneValueAlone() {
        float[] values = new float[4];
        Arrays.fill(values, 7);
        for (Choice choice : List.of(Choice.MINMAX, Choice.PERCENTILE))
            assertEquals(
                    List.of(new IntensityRange(7, 8)),
                    map(ArrayImgs.floats(values, 2, 2, 1), choice, false).channels());
    }

    @Test
    void textTellsAllOfIt() {
        IntensityMapping map = map(TWO, Choice.MINMAX, false);
        assertEquals("minmax by channel: 300.0..4000.0, 12.0..900.0", map.toString());
        IntensityMapping other = new IntensityMapping(
                Choice.PERCENTILE,
                true,
                List.of(new IntensityRange(-1e-20, 1 / 3.0), new IntensityRange(-1e300, 1e300)));
        for (IntensityMapping each : List.of(map, other)) assertEquals(each, IntensityMapping.parse(each.toString()));
        TestErrors.assertSentence(
                assertThrows(IllegalArgumentException.class, () -> IntensityMapping.parse("something")),
                "something",
                "like");
    }

    @Test
    void floatsHaveNoFullRange() {
        TestErrors.assertSentence(
                assertThrows(IllegalArgumentException.class, () -> map(ArrayImgs.floats(2, 2, 1), Choice.FULL, false)),
                "full",
                "FloatType",
                "minmax");
    }

    private static IntensityMapping map(RandomAccessibleInterval<?> image, Choice choice, boolean joint) {
        return IntensityMapping.of(new Hyperstack(image, XYC), choice, joint, 1);
    }
}
