package io.github.neuralstyle.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;

class IntensityRangeTest {

    @Test
    void eightBitsStayAsTheyAre() {
        assertRange(0, 255, ArrayImgs.unsignedBytes(new byte[] {7, 9}, 2, 1));
        assertRange(0, 255, ArrayImgs.unsignedBytes(new byte[] {7, 8, 9}, 1, 1, 3));
        assertRange(-128, 127, ArrayImgs.bytes(new byte[] {7, 9}, 2, 1));
        assertRange(0, 255, ArrayImgs.argbs(new int[] {7, 9}, 2, 1));
    }

    @Test
    void masksAreBlackAndWhiteEvenWhenFull() {
        assertRange(0, 1, ArrayImgs.bits(2, 2));
    }

    @Test
    void greyOfMoreThanEightBitsUsesItsOwnRange() {
        assertRange(300, 40000, ArrayImgs.unsignedShorts(new short[] {300, (short) 40000}, 2, 1));
        assertRange(300, 400, ArrayImgs.unsignedShorts(new short[] {300, 400}, 2, 1, 1));
        assertRange(-5, 70000, ArrayImgs.ints(new int[] {-5, 70000}, 2, 1));
    }

    @Test
    void sixteenBitColourUsesTheFullRange() {
        assertRange(0, 65535, ArrayImgs.unsignedShorts(new short[] {1, 2, 3}, 1, 1, 3));
    }

    @Test
    void floatsUseTheJointRangeOfAllChannels() {
        assertRange(-0.5, 2, ArrayImgs.floats(new float[] {-0.5f, 1, 2}, 1, 1, 3));
        assertRange(-1e300, 1e300, ArrayImgs.doubles(new double[] {1e300, -1e300}, 2, 1));
    }

    @Test
    void constantImageMapsToZeroAndBack() {
        for (double value : new double[] {0, -3.5, 500, 1e20}) {
            IntensityRange range = IntensityRange.of(ArrayImgs.doubles(new double[] {value, value}, 2, 1));
            assertEquals(0, range.toUnit255(value));
            assertEquals(value, range.fromUnit255(0));
            assertTrue(range.max() > range.min());
        }
    }

    @Test
    void mapsEndsMiddleAndBeyond() {
        IntensityRange range = new IntensityRange(100, 610);
        assertEquals(0, range.toUnit255(100));
        assertEquals(255, range.toUnit255(610));
        assertEquals(1, range.toUnit255(102));
        assertEquals(-50, range.toUnit255(0));
        assertEquals(355, range.fromUnit255(127.5));
        assertEquals(612, range.fromUnit255(256));
    }

    @Test
    void inverseUndoesTheMap() {
        IntensityRange range = new IntensityRange(-17.25, 12345.5);
        for (double value = -20; value < 13000; value += 77.7)
            assertEquals(value, range.fromUnit255(range.toUnit255(value)), 1e-9);
    }

    @Test
    void unusableRangesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new IntensityRange(1, 1));
        assertThrows(IllegalArgumentException.class, () -> new IntensityRange(0, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> new IntensityRange(0, Double.POSITIVE_INFINITY));
    }

    private static void assertRange(double min, double max, RandomAccessibleInterval<?> image) {
        assertEquals(new IntensityRange(min, max), IntensityRange.of(image));
    }
}
