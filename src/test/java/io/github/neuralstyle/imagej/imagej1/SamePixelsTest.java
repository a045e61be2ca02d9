package io.github.neuralstyle.imagej.imagej1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.VirtualStack;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import io.github.neuralstyle.image.Axis;
import java.util.List;
import java.util.Random;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;

class SamePixelsTest {

    private static final int WIDTH = 5, HEIGHT = 4;
    private static final List<Axis> FLAT = List.of(Axis.X, Axis.Y),
            COLOR = List.of(Axis.X, Axis.Y, Axis.CHANNEL),
            ALL = List.of(Axis.X, Axis.Y, Axis.CHANNEL, Axis.Z, Axis.TIME);

    @Test
    void greyValuesOfEachDepth() {
        for (int bits : new int[] {8, 16, 32}) {
            ImagePlus window = noise(bits, 1, 1, 1);
            RandomAccessibleInterval<?> image = image(window, FLAT);
            assertTrue(SamePixels.test(image, FLAT, window, false), bits + " bits");
            window.getProcessor().setf(4, 3, 77);
            assertFalse(SamePixels.test(image, FLAT, window, false), bits + " bits, last pixel changed");
        }
    }

    @Test
    void notANumberIsItself() {
        ImagePlus window = noise(32, 1, 1, 1);
        window.getProcessor().setf(2, 1, Float.NaN);
        assertTrue(SamePixels.test(image(window, FLAT), FLAT, window, false));
    }

    @Test
    void otherDepth() {
        ImagePlus window = noise(8, 1, 1, 1);
        assertFalse(SamePixels.test(ArrayImgs.unsignedShorts(WIDTH, HEIGHT), FLAT, window, false));
        assertFalse(SamePixels.test(ArrayImgs.bytes(WIDTH, HEIGHT), FLAT, window, false));
    }

    @Test
    void otherSize() {
        ImagePlus window = IJ.createImage("black", "8-bit black", WIDTH, HEIGHT, 3);
        List<Axis> slices = List.of(Axis.X, Axis.Y, Axis.Z);
        assertTrue(SamePixels.test(ArrayImgs.unsignedBytes(WIDTH, HEIGHT, 3), slices, window, false));
        assertFalse(SamePixels.test(ArrayImgs.unsignedBytes(HEIGHT, WIDTH, 3), slices, window, false));
        assertFalse(SamePixels.test(ArrayImgs.unsignedBytes(WIDTH, HEIGHT, 4), slices, window, false));
        assertFalse(SamePixels.test(ArrayImgs.unsignedBytes(WIDTH, HEIGHT), FLAT, window, false));
    }

    @Test
    void otherAxes() {
        ImagePlus window = IJ.createImage("black", "8-bit black", WIDTH, HEIGHT, 3);
        RandomAccessibleInterval<?> image = ArrayImgs.unsignedBytes(WIDTH, HEIGHT, 3);
        assertFalse(SamePixels.test(image, List.of(Axis.X, Axis.Y, Axis.TIME), window, false));
        assertFalse(SamePixels.test(image, List.of(Axis.X, Axis.Y, Axis.OTHER), window, false));
        assertFalse(SamePixels.test(image, List.of(Axis.X, Axis.X, Axis.Z), window, false));
    }

    @Test
    void anyOrderOfAxes() {
        ImagePlus window = noise(16, 2, 3, 4);
        assertTrue(SamePixels.test(image(window, ALL), ALL, window, false));
        List<Axis> mixed = List.of(Axis.TIME, Axis.Y, Axis.CHANNEL, Axis.X, Axis.Z);
        RandomAccessibleInterval<?> image = image(window, mixed);
        assertTrue(SamePixels.test(image, mixed, window, false));
        window.getStack().getProcessor(window.getStackIndex(2, 1, 3)).set(0, 2, 60000);
        assertFalse(SamePixels.test(image, mixed, window, false));
    }

    @Test
    void subInterval() {
        ImagePlus window = noise(16, 1, 1, 1);
        assertTrue(SamePixels.test(Views.translate(image(window, FLAT), 7, -2), FLAT, window, false));
    }

    @Test
    void colors() {
        ImagePlus window = noise(24, 1, 1, 1);
        RandomAccessibleInterval<?> image = image(window, COLOR);
        assertTrue(SamePixels.test(image, COLOR, window, false));
        window.getProcessor().set(3, 2, window.getProcessor().get(3, 2) ^ 1);
        assertFalse(SamePixels.test(image, COLOR, window, false), "blue is other");
        assertFalse(SamePixels.test(ArrayImgs.unsignedBytes(WIDTH, HEIGHT), FLAT, window, false));
    }

    @Test
    void slicesOfColors() {
        ImagePlus window = noise(24, 1, 3, 2);
        RandomAccessibleInterval<?> image = image(window, ALL);
        assertTrue(SamePixels.test(image, ALL, window, false));
        window.getStack().setPixels(window.getStack().getProcessor(1).getPixels(), 6);
        assertFalse(SamePixels.test(image, ALL, window, false));
    }

    @Test
    void virtualSlicesAreNotLoaded() {
        int[] loaded = new int[1];
        ImageStack stack = new VirtualStack(WIDTH, HEIGHT, 6) {

            @Override
            public ImageProcessor getProcessor(int n) {
                loaded[0]++;
                return new ShortProcessor(WIDTH, HEIGHT);
            }
        };
        ImagePlus window = new ImagePlus("virtual", stack);
        window.setDimensions(1, 6, 1);
        window.setSlice(5);
        int before = loaded[0];
        List<Axis> axes = List.of(Axis.X, Axis.Y, Axis.Z);
        RandomAccessibleInterval<?> image = ArrayImgs.unsignedShorts(WIDTH, HEIGHT, 6);
        assertTrue(SamePixels.test(image, axes, window, false));
        window.getProcessor().set(1, 1, 5);
        assertFalse(SamePixels.test(image, axes, window, false));
        assertEquals(before, loaded[0]);
    }

    private static ImagePlus noise(int bits, int channels, int slices, int frames) {
        ImagePlus window =
                IJ.createImage("noise", bits == 24 ? "RGB" : bits + "-bit", WIDTH, HEIGHT, channels, slices, frames);
        Random random = new Random(bits);
        for (int i = 1; i <= window.getStackSize(); i++) {
            ImageProcessor slice = window.getStack().getProcessor(i);
            for (int at = 0; at < slice.getPixelCount(); at++)
                if (bits == 32) slice.setf(at, random.nextFloat());
                else slice.set(at, random.nextInt(1 << bits));
        }
        return window;
    }

    /** The same as ImageJ2 has it. */
    private static RandomAccessibleInterval<?> image(ImagePlus window, List<Axis> axes) {
        boolean color = window.getType() == ImagePlus.COLOR_RGB;
        long[] sizes = axes.stream()
                .mapToLong(axis -> switch (axis) {
                    case X -> WIDTH;
                    case Y -> HEIGHT;
                    case CHANNEL -> color ? 3 : window.getNChannels();
                    case Z -> window.getNSlices();
                    default -> window.getNFrames();
                })
                .toArray();
        RandomAccessibleInterval<? extends RealType<?>> image =
                switch (window.getBitDepth()) {
                    case 16 -> ArrayImgs.unsignedShorts(sizes);
                    case 32 -> ArrayImgs.floats(sizes);
                    default -> ArrayImgs.unsignedBytes(sizes);
                };
        RandomAccess<? extends RealType<?>> access = image.randomAccess();
        for (int c = 0; c < (color ? 3 : window.getNChannels()); c++)
            for (int z = 0; z < window.getNSlices(); z++)
                for (int t = 0; t < window.getNFrames(); t++)
                    for (int y = 0; y < HEIGHT; y++)
                        for (int x = 0; x < WIDTH; x++) {
                            long[] at = {x, y, c, z, t};
                            for (int d = 0; d < axes.size(); d++) access.setPosition(at[ALL.indexOf(axes.get(d))], d);
                            ImageProcessor slice = window.getStack()
                                    .getProcessor(window.getStackIndex(color ? 1 : c + 1, z + 1, t + 1));
                            access.get()
                                    .setReal(
                                            slice instanceof ColorProcessor
                                                    ? slice.get(x, y) >> (16 - 8 * c) & 255
                                                    : slice.getf(x, y));
                        }
        return image;
    }
}
