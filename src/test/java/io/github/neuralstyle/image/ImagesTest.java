package io.github.neuralstyle.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.img.cell.CellImgFactory;
import net.imglib2.img.planar.PlanarImgs;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.util.ImgUtil;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ImagesTest {

    @Test
    void argbIsCompositedOverWhite() {
        assertRgb(
                ArrayImgs.argbs(new int[] {0xff102030, 0x00102030, 0x80000000}, 3, 1), //
                0x10,
                0x20,
                0x30,
                255,
                255,
                255,
                127,
                127,
                127);
    }

    @Test
    void greyGivesThreeEqualChannels() {
        byte[] values = {0, (byte) 200};
        assertRgb(ArrayImgs.unsignedBytes(values, 2, 1), 0, 0, 0, 200, 200, 200);
        assertRgb(ArrayImgs.unsignedBytes(values, 2, 1, 1), 0, 0, 0, 200, 200, 200);
    }

    @Test
    void sixteenBitGreyIsStretched() {
        assertRgb(
                ArrayImgs.unsignedShorts(new short[] {100, 355, 1375}, 3, 1), //
                0,
                0,
                0,
                51,
                51,
                51,
                255,
                255,
                255);
    }

    @Test
    void channelsStayApart() {
        assertRgb(
                ArrayImgs.unsignedBytes(new byte[] {1, 2, 3, 4, 5, 6}, 2, 1, 3), //
                1,
                3,
                5,
                2,
                4,
                6);
        assertRgb(ArrayImgs.unsignedShorts(new short[] {257, 514, -1}, 1, 1, 3), 1, 2, 255);
    }

    @Test
    void eightBitRgbaIsCompositedOverWhite() {
        assertRgb(
                ArrayImgs.unsignedBytes(new byte[] {9, 0, 8, 0, 7, 0, -1, 51}, 2, 1, 4), //
                9,
                8,
                7,
                204,
                204,
                204);
    }

    @Test
    void minimumOfTheIntervalDoesNotMatter() {
        Img<?> image = ArrayImgs.unsignedBytes(new byte[] {1, 2, 3, 4, 5, 6}, 2, 1, 3);
        assertRgb(Views.translate(image, -7, 100, 3), 1, 3, 5, 2, 4, 6);
    }

    @Test
    void givenRangeClamps() {
        Img<FloatType> rgb = Images.toRgb(ArrayImgs.floats(new float[] {-1, 0.5f, 2}, 3, 1), new IntensityRange(0, 1));
        assertArrayEquals(new float[] {0, 0, 0, 127.5f, 127.5f, 127.5f, 255, 255, 255}, Images.toPixels(rgb));
    }

    static Stream<Arguments> unsupported() {
        return Stream.of(
                Arguments.of(ArrayImgs.unsignedBytes(5), "1 dimensions (5)"), //
                Arguments.of(ArrayImgs.unsignedBytes(5, 4, 2), "2 channels (5 x 4 x 2)"), //
                Arguments.of(ArrayImgs.unsignedBytes(5, 4, 7), "7 channels (5 x 4 x 7)"), //
                Arguments.of(ArrayImgs.floats(5, 4, 4), "4 channels (5 x 4 x 4) of FloatType"), //
                Arguments.of(ArrayImgs.unsignedBytes(5, 4, 3, 2), "4 dimensions (5 x 4 x 3 x 2)"), //
                Arguments.of(ArrayImgs.argbs(5, 4, 3), "3 dimensions (5 x 4 x 3)"), //
                Arguments.of(
                        Views.interval(ArrayImgs.unsignedBytes(5, 4), new long[] {1, 0}, new long[] {0, 3}),
                        "empty (0 x 4)"), //
                Arguments.of(ArrayImgs.complexFloats(5, 4), "ComplexFloatType"), //
                Arguments.of(
                        ArrayImgs.floats(new float[] {1, Float.NaN, Float.NEGATIVE_INFINITY}, 3, 1),
                        "2 values that are NaN or infinite"));
    }

    @ParameterizedTest
    @MethodSource("unsupported")
    void unsupportedImagesAreNamed(RandomAccessibleInterval<?> image, String words) {
        ImageErrors.assertSentence(words, assertThrows(IllegalArgumentException.class, () -> Images.toRgb(image)));
    }

    @Test
    void pixelsAreInterleaved() {
        Img<FloatType> rgb = ArrayImgs.floats(
                new float[] {0, 1, 2, 3, 4, 5, 10, 11, 12, 13, 14, 15, 20, 21, 22, 23, 24, 25}, 3, 2, 3);
        float[] pixels = {0, 10, 20, 1, 11, 21, 2, 12, 22, 3, 13, 23, 4, 14, 24, 5, 15, 25};
        assertArrayEquals(pixels, Images.toPixels(rgb));
        ImgUtil.copy(Images.fromPixels(pixels, 3, 2), rgb);
        assertArrayEquals(pixels, Images.toPixels(rgb));
    }

    @Test
    void pixelsOfEveryKindOfImgAreInTheSameOrder() {
        float[] pixels = new float[5 * 4 * 3];
        for (int i = 0; i < pixels.length; i++) pixels[i] = i;
        Img<FloatType> array = Images.fromPixels(pixels, 5, 4);
        for (Img<FloatType> img :
                List.of(PlanarImgs.floats(5, 4, 3), new CellImgFactory<>(new FloatType(), 2).create(5, 4, 3))) {
            ImgUtil.copy(array, img);
            assertArrayEquals(pixels, Images.toPixels(img));
        }
    }

    @Test
    void pixelsOfTheWrongNumberAreRefused() {
        ImageErrors.assertSentence(
                "7 values do not make an image of 2 x 1 pixels",
                assertThrows(IllegalArgumentException.class, () -> Images.fromPixels(new float[7], 2, 1)));
        ImageErrors.assertSentence(
                "not (2 x 1 x 4)",
                assertThrows(IllegalArgumentException.class, () -> Images.toPixels(ArrayImgs.floats(2, 1, 4))));
    }

    private static void assertRgb(RandomAccessibleInterval<?> image, float... pixels) {
        Img<FloatType> rgb = Images.toRgb(image);
        assertEquals(3, rgb.dimension(2));
        assertArrayEquals(pixels, Images.toPixels(rgb), 1e-4f);
    }
}
