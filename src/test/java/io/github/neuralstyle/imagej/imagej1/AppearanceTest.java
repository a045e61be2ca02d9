package io.github.neuralstyle.imagej.imagej1;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import ij.process.ShortProcessor;
import io.github.neuralstyle.image.Axis;
import io.github.neuralstyle.image.DescribedImg;
import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;

/** What is taken of images is what their windows show. */
class AppearanceTest {

    /** Red rises, green falls, blue is half of red. */
    private static LUT colored() {
        return table(i -> i, i -> 255 - i, i -> i / 2);
    }

    private static LUT table(java.util.function.IntUnaryOperator... channels) {
        byte[][] values = new byte[3][256];
        for (int c = 0; c < 3; c++) for (int i = 0; i < 256; i++) values[c][i] = (byte) channels[c].applyAsInt(i);
        return new LUT(values[0], values[1], values[2]);
    }

    private static LUT grey(java.util.function.IntUnaryOperator grey) {
        return table(grey, grey, grey);
    }

    private static ImagePlus bytes(LUT table, int... values) {
        ByteProcessor processor = new ByteProcessor(values.length, 1);
        for (int i = 0; i < values.length; i++) processor.set(i, values[i]);
        processor.setLut(table);
        return new ImagePlus("image", processor);
    }

    private static int[] colors(DescribedImg<?> image) {
        return IntStream.range(0, (int) image.size())
                .map(i -> ((ARGBType) image.getAt(i, 0)).get() & 0xffffff)
                .toArray();
    }

    private static double[] numbers(DescribedImg<?> image) {
        double[] numbers = new double[(int) image.size()];
        int i = 0;
        for (Object value : Views.flatIterable(image)) numbers[i++] = ((RealType<?>) value).getRealDouble();
        return numbers;
    }

    @Test
    void colouredTablesOfEightBitsGiveColours() {
        ImagePlus image = bytes(colored(), 0, 10, 255);
        int[] shown = {0x00ff00, 0x0af505, 0xff007f};
        assertArrayEquals(shown, colors(ImagePlusPixels.of(image)));
        assertArrayEquals(shown, colors(Appearance.shown(image)));
        assertArrayEquals(new double[] {0, 10, 255}, numbers(ImagePlusPixels.stored(image)));
        assertEquals(
                24, ImagePlusPixels.image("back", ImagePlusPixels.of(image)).getBitDepth());
    }

    @Test
    void colouredStacksStayStacks() {
        ImageStack stack = new ImageStack(1, 1);
        for (int i = 0; i < 3; i++) stack.addSlice(new ByteProcessor(1, 1, new byte[] {(byte) (10 * i)}));
        ImagePlus image = new ImagePlus("stack", stack);
        image.setLut(colored());
        image.setSlice(2);
        DescribedImg<?> taken = ImagePlusPixels.of(image);
        assertArrayEquals(new long[] {1, 1, 3}, taken.dimensionsAsLongArray());
        assertEquals(0xff14eb0a, ((ARGBType) taken.getAt(0, 0, 2)).get());
        assertArrayEquals(new int[] {0x0af505}, colors(Appearance.shown(image)));
        DescribedImg<?> dataset = Appearance.forDataset(image, "dataset");
        assertArrayEquals(new long[] {1, 1, 3, 3}, dataset.dimensionsAsLongArray());
        assertEquals(
                List.of(Axis.X, Axis.Y, Axis.CHANNEL, Axis.Z),
                dataset.metadata().axes());
        assertArrayEquals(new long[] {0, 0, 0, 1}, dataset.metadata().position());
        assertTrue(dataset.metadata().color());
        assertEquals(235, ((UnsignedByteType) dataset.getAt(0, 0, 1, 2)).get());
        assertArrayEquals(
                new double[] {10, 245, 5}, numbers(dataset.planeShown().inMemory()));
        assertEquals("dataset", dataset.inMemory().original());
    }

    @Test
    void greyTablesGiveTheGreyValuesThatAreShown() {
        assertArrayEquals(new double[] {0, 10, 255}, numbers(ImagePlusPixels.of(bytes(grey(i -> i), 0, 10, 255))));
        ImagePlus inverted = bytes(grey(i -> 255 - i), 0, 10, 255), uneven = bytes(grey(i -> i * i / 255), 0, 10, 100);
        for (DescribedImg<?> image : List.of(ImagePlusPixels.of(inverted), Appearance.shown(inverted)))
            assertArrayEquals(new double[] {255, 245, 0}, numbers(image));
        assertArrayEquals(new double[] {0, 0, 39}, numbers(ImagePlusPixels.of(uneven)));
        assertArrayEquals(new double[] {0, 10, 100}, numbers(ImagePlusPixels.stored(uneven)));
    }

    @Test
    void resultsOfInvertedImagesAreStoredInverted() {
        ImagePlus image = bytes(grey(i -> 255 - i), 1, 2, 254);
        double[] twice = numbers(DescribedImg.of(
                Appearance.inverted(ImagePlusPixels.of(image)),
                ImagePlusPixels.of(image).metadata()));
        assertArrayEquals(new double[] {1, 2, 254}, twice);
        ShortProcessor measured = new ShortProcessor(2, 1, new short[] {5, 1000}, null);
        measured.invertLut();
        assertArrayEquals(
                new double[] {65530, 64535}, numbers(ImagePlusPixels.of(new ImagePlus("measured", measured))));
        FloatProcessor floats = new FloatProcessor(2, 1, new float[] {0.5f, 1});
        floats.invertLut();
        assertArrayEquals(new double[] {-0.5, -1}, numbers(ImagePlusPixels.of(new ImagePlus("floats", floats))));
    }

    @Test
    void measurementsKeepTheirDepthAsContentAndAreColoursAsStyle() {
        ShortProcessor processor = new ShortProcessor(3, 1, new short[] {0, 1000, 500}, null);
        processor.setLut(colored());
        processor.setMinAndMax(0, 1000);
        ImagePlus image = new ImagePlus("measured", processor);
        assertInstanceOf(UnsignedShortType.class, ImagePlusPixels.of(image).getType());
        assertArrayEquals(new double[] {0, 1000, 500}, numbers(ImagePlusPixels.of(image)));
        int[] shown = colors(Appearance.shown(image));
        assertEquals(0x00ff00, shown[0]);
        assertEquals(0xff007f, shown[1]);
        assertEquals(128, new Color(shown[2]).getRed(), 1);
    }

    @Test
    void thresholdsAreNoColours() {
        ImagePlus image = bytes(grey(i -> i), 0, 100, 200);
        image.getProcessor().setThreshold(50, 150, ImageProcessor.RED_LUT);
        assertArrayEquals(new double[] {0, 100, 200}, numbers(ImagePlusPixels.of(image)));
    }

    private static CompositeImage composite(int mode, LUT... tables) {
        ImageStack stack = new ImageStack(2, 1);
        for (int c = 0; c < tables.length; c++)
            stack.addSlice(new ByteProcessor(2, 1, new byte[] {(byte) (50 * c + 1), (byte) 200}));
        ImagePlus image = new ImagePlus("composite", stack);
        image.setDimensions(tables.length, 1, 1);
        CompositeImage composite = new CompositeImage(image, mode);
        composite.setLuts(tables);
        return composite;
    }

    @Test
    void redGreenAndBlueChannelsAreColours() {
        LUT[] primaries = {
            LUT.createLutFromColor(Color.RED), LUT.createLutFromColor(Color.GREEN), LUT.createLutFromColor(Color.BLUE)
        };
        CompositeImage rgb = composite(CompositeImage.COMPOSITE, primaries);
        assertTrue(ImagePlusPixels.of(rgb).metadata().color());
        ImagePlus back = ImagePlusPixels.image("back", ImagePlusPixels.of(rgb));
        assertInstanceOf(ColorProcessor.class, back.getProcessor());
        assertEquals(0xff013365, back.getProcessor().get(0));
        assertArrayEquals(new int[] {0x013365, 0xc8c8c8}, colors(Appearance.shown(rgb)));
        assertEquals(
                false,
                ImagePlusPixels.of(composite(CompositeImage.GRAYSCALE, primaries))
                        .metadata()
                        .color());
    }

    @Test
    void otherChannelsAreColoursAsStyleOnly() {
        LUT magenta = LUT.createLutFromColor(Color.MAGENTA), green = LUT.createLutFromColor(Color.GREEN);
        CompositeImage image = composite(CompositeImage.COMPOSITE, magenta, green);
        assertEquals(false, ImagePlusPixels.of(image).metadata().color());
        assertArrayEquals(new long[] {2, 1, 2}, ImagePlusPixels.of(image).dimensionsAsLongArray());
        assertArrayEquals(new int[] {0x013301, 0xc8c8c8}, colors(Appearance.shown(image)));
        image.setMode(CompositeImage.GRAYSCALE);
        assertArrayEquals(new double[] {1, 200}, numbers(Appearance.shown(image)));
    }

    @Test
    void signedValuesStaySigned() {
        ShortProcessor processor = new ShortProcessor(3, 1, new short[] {7768, (short) 58768, (short) 32768}, null);
        ImagePlus image = new ImagePlus("signed", processor);
        image.getCalibration().setSigned16BitCalibration();
        DescribedImg<?> taken = ImagePlusPixels.of(image);
        assertInstanceOf(ShortType.class, taken.getType());
        assertArrayEquals(new double[] {-25000, 26000, 0}, numbers(taken));
        ImagePlus back = ImagePlusPixels.image("back", taken);
        assertEquals(16, back.getBitDepth());
        assertTrue(back.getCalibration().isSigned16Bit());
        assertArrayEquals(
                (short[]) processor.getPixels(), (short[]) back.getProcessor().getPixels());
    }
}
