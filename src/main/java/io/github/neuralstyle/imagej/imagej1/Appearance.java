package io.github.neuralstyle.imagej.imagej1;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.LUT;
import io.github.neuralstyle.image.Axis;
import io.github.neuralstyle.image.DescribedImg;
import io.github.neuralstyle.image.DescribedImg.Metadata;
import java.awt.Image;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.ShortType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;

/**
 * What a window shows of the values of its image, by its colour table: an image of 8 bits that is shown in colours is a colour
 * image, and one that is shown in grey has the grey values that are shown. Values of 16 and 32 bits are measurements, which
 * keep their depth, and whose colour table is that of the result. As a style, an image of any depth is what is shown.
 */
public final class Appearance {

    private static final int OPAQUE = 0xff000000, SIGN = 32768;

    private Appearance() {}

    /** Whether each pixel is a colour: of 24 bits, or of 8 bits and one channel with a palette or another coloured table. */
    static boolean isColor(ImagePlus image) {
        int bits = image.getBitDepth();
        return bits == 24 || bits == 8 && image.getNChannels() == 1 && !isGrey(table(image));
    }

    /** Whether its three channels, of 8 bits, are shown as red, green and blue. */
    static boolean isRgb(ImagePlus image) {
        if (!(image instanceof CompositeImage composite)
                || image.getBitDepth() != 8
                || image.getNChannels() != 3
                || composite.getMode() == CompositeImage.GRAYSCALE) return false;
        for (int c = 0; c < 3; c++)
            if ((composite.getChannelLut(c + 1).getRGB(255) & ~OPAQUE) != 0xff0000 >> 8 * c) return false;
        return true;
    }

    /** Whether high values are dark. */
    public static boolean isInverted(ImagePlus image) {
        if (image.getBitDepth() == 24 || image.getNChannels() > 1) return false;
        LUT table = table(image);
        return isGrey(table) && table.getRed(0) > table.getRed(255);
    }

    /** Whether numbers below 0 are stored, by ImageJ's calibration function for them. */
    static boolean isSigned(ImagePlus image) {
        return image.getBitDepth() == 16 && image.getCalibration().isSigned16Bit();
    }

    /** Whether what is taken of an image are not the numbers that it stores; false for null. */
    public static boolean isMapped(ImagePlus image) {
        return image != null
                && image.getBitDepth() != 24
                && (isColor(image) || isInverted(image) || isSigned(image) || isUneven(image));
    }

    /** Whether its grey levels are others than its values, and are not just inverted. */
    static boolean isUneven(ImagePlus image) {
        if (image.getBitDepth() != 8 || image.getNChannels() > 1 || isInverted(image)) return false;
        LUT table = table(image);
        if (!isGrey(table)) return false;
        for (int i = 0; i < 256; i++) if (table.getRed(i) != i) return true;
        return false;
    }

    /** The table without the colours of a threshold. */
    private static LUT table(ImagePlus image) {
        return image.getProcessor().getLut();
    }

    private static boolean isGrey(LUT table) {
        for (int i = 0; i < 256; i++)
            if (table.getRed(i) != table.getGreen(i) || table.getRed(i) != table.getBlue(i)) return false;
        return true;
    }

    /** The numbers that an image stores as those that they stand for and are shown as. */
    static RandomAccessibleInterval<?> greys(ImagePlus image, RandomAccessibleInterval<?> stored) {
        RandomAccessibleInterval<? extends RealType<?>> values = real(stored);
        if (isSigned(image))
            values = Converters.convert(values, (from, to) -> to.setReal(from.getRealDouble() - SIGN), new ShortType());
        if (isUneven(image)) {
            LUT table = table(image);
            return Converters.convert(
                    values, (from, to) -> to.set(table.getRed((int) from.getRealDouble())), new UnsignedByteType());
        }
        return isInverted(image) ? inverted(values) : values;
    }

    /** Light for dark; twice is the image itself. */
    public static RandomAccessibleInterval<?> inverted(RandomAccessibleInterval<?> image) {
        return inverted(image, (RealType<?>) image.getType());
    }

    @SuppressWarnings("unchecked")
    private static <T extends RealType<T>> RandomAccessibleInterval<T> inverted(
            RandomAccessibleInterval<?> image, RealType<?> type) {
        double sum = type instanceof IntegerType ? type.getMinValue() + type.getMaxValue() : 0;
        return Converters.convert(
                real(image), (from, to) -> to.setReal(sum - from.getRealDouble()), (T) type.createVariable());
    }

    @SuppressWarnings("unchecked")
    private static RandomAccessibleInterval<? extends RealType<?>> real(RandomAccessibleInterval<?> image) {
        return (RandomAccessibleInterval<? extends RealType<?>>) image;
    }

    /** Opaque ARGB of a slice of 8 or 24 bits through the image's table. */
    static int[] argb(ImagePlus image, ImageProcessor slice) {
        ImageProcessor copy = slice.duplicate();
        if (image.getBitDepth() != 24) copy.setLut(table(image));
        return opaque((int[]) copy.convertToRGB().getPixels());
    }

    static int[] opaque(int[] argb) {
        for (int i = 0; i < argb.length; i++) argb[i] |= OPAQUE;
        return argb;
    }

    /** The plane that a window shows, as it shows it: its channels together, in their colours; or grey values. */
    public static DescribedImg<?> shown(ImagePlus image) {
        boolean composite = image instanceof CompositeImage channels && channels.getMode() != CompositeImage.GRAYSCALE;
        if (!composite && (image.getBitDepth() == 24 || isGrey(table(image))))
            return ImagePlusPixels.of(image).planeShown();
        int[] colors = composite ? composite(image) : argb(image, image.getProcessor());
        return DescribedImg.of(
                ArrayImgs.argbs(colors, image.getWidth(), image.getHeight()),
                new Metadata(
                        image.getTitle(),
                        List.of(Axis.X, Axis.Y),
                        false,
                        new long[2],
                        OpenImages.selection(image),
                        null));
    }

    private static int[] composite(ImagePlus image) {
        image.updateImage();
        Image shown = image.getImage();
        return opaque((int[]) new ColorProcessor(shown).getPixels());
    }

    /** The images of a Dataset's window in the form of Datasets, whose colours are three channels of bytes. */
    @SuppressWarnings("unchecked")
    public static DescribedImg<?> forDataset(ImagePlus image, Object dataset) {
        DescribedImg<?> taken = ImagePlusPixels.of(image);
        Metadata known = taken.metadata();
        if (!(taken.getType() instanceof ARGBType)) return DescribedImg.of(taken, known, dataset);
        List<Axis> axes = new ArrayList<>(known.axes());
        axes.add(2, Axis.CHANNEL);
        long[] position = Arrays.copyOf(known.position(), axes.size());
        position[2] = 0;
        System.arraycopy(known.position(), 2, position, 3, axes.size() - 3);
        return DescribedImg.of(
                Views.moveAxis(
                        Converters.argbChannels((RandomAccessibleInterval<ARGBType>) taken, 1, 2, 3),
                        axes.size() - 1,
                        2),
                new Metadata(known.title(), axes, true, position, known.selection(), known.info()),
                dataset);
    }
}
