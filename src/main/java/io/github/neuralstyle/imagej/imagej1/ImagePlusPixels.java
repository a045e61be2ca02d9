package io.github.neuralstyle.imagej.imagej1;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import io.github.neuralstyle.image.Axis;
import io.github.neuralstyle.image.DescribedImg;
import io.github.neuralstyle.image.Hyperstack;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.basictypeaccess.array.ByteArray;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.basictypeaccess.array.IntArray;
import net.imglib2.img.basictypeaccess.array.ShortArray;
import net.imglib2.img.cell.Cell;
import net.imglib2.img.cell.CellGrid;
import net.imglib2.img.cell.LazyCellImg;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;

/** The pixels of ImageJ 1's images as ImgLib2's, and back. */
public final class ImagePlusPixels {

    /** In the order of the slices of a stack, the fastest first. */
    private static final List<Axis> SLICES = List.of(Axis.CHANNEL, Axis.Z, Axis.TIME);

    private ImagePlusPixels() {}

    /**
     * All slices, with the selection: X, Y and those of channel, Z and time that are longer than 1, of 8, 16 or 32 bits, or
     * ARGB of a colour image or one with a colour palette: what is shown, see {@link Appearance}. Slices are read when they are
     * used, and never copied but for colours; of a virtual stack they are loaded then.
     */
    public static DescribedImg<?> of(ImagePlus image) {
        DescribedImg<?> stored = describe(image, Appearance.isColor(image));
        return stored.getType() instanceof ARGBType || !Appearance.isMapped(image)
                ? stored
                : DescribedImg.of(Appearance.greys(image, stored), stored.metadata(), image);
    }

    /** The same as the numbers that are stored, whatever their colours: of labels. */
    public static DescribedImg<?> stored(ImagePlus image) {
        return describe(image, image.getBitDepth() == 24);
    }

    private static DescribedImg<?> describe(ImagePlus image, boolean color) {
        List<Axis> axes = new ArrayList<>(List.of(Axis.X, Axis.Y));
        int[] lengths = {image.getNChannels(), image.getNSlices(), image.getNFrames()};
        long[] sizes = new long[5], position = new long[5];
        sizes[0] = image.getWidth();
        sizes[1] = image.getHeight();
        for (int i = 0; i < lengths.length; i++)
            if (lengths[i] > 1) {
                sizes[axes.size()] = lengths[i];
                position[axes.size()] = OpenImages.position(image, SLICES.get(i));
                axes.add(SLICES.get(i));
            }
        return DescribedImg.of(
                planes(image, color, Arrays.copyOf(sizes, axes.size())),
                new DescribedImg.Metadata(
                        image.getTitle(),
                        axes,
                        Appearance.isRgb(image),
                        Arrays.copyOf(position, axes.size()),
                        OpenImages.selection(image),
                        null),
                image);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static RandomAccessibleInterval<?> planes(ImagePlus image, boolean color, long[] sizes) {
        int bits = color ? 24 : image.getBitDepth();
        NativeType type =
                switch (bits) {
                    case 8 -> new UnsignedByteType();
                    case 16 -> new UnsignedShortType();
                    case 24 -> new ARGBType();
                    default -> new FloatType();
                };
        int[] cell = new int[sizes.length];
        Arrays.fill(cell, 1);
        cell[0] = image.getWidth();
        cell[1] = image.getHeight();
        CellGrid grid = new CellGrid(sizes, cell);
        ImageStack stack = image.getStack();
        return new LazyCellImg(grid, type, index -> {
            long[] min = new long[sizes.length];
            grid.getCellGridPositionFlat(index, min);
            min[0] = min[1] = 0;
            ImageProcessor slice = stack.getProcessor((int) index + 1);
            return new Cell<>(
                    cell, min, color ? new IntArray(Appearance.argb(image, slice)) : access(slice.getPixels()));
        });
    }

    private static Object access(Object pixels) {
        if (pixels instanceof byte[] bytes) return new ByteArray(bytes);
        return pixels instanceof short[] shorts ? new ShortArray(shorts) : new FloatArray((float[]) pixels);
    }

    /**
     * An image of the same values, of 8 or 16 bits for integers that fit and else of 32; colours become a 24-bit image, several
     * channels a composite; signed integers have ImageJ's calibration function. Axes of no kind that ImageJ 1 has are taken for that of Z.
     */
    static ImagePlus image(String title, DescribedImg<?> img) {
        List<Axis> axes = img.metadata().axes();
        Hyperstack source = new Hyperstack(img, axes);
        boolean color = source.isArgb() || img.metadata().color();
        int[] lengths = {color ? 1 : source.channels(), 1, 1};
        List<Integer> order = new ArrayList<>();
        for (Axis axis : List.of(Axis.CHANNEL, Axis.Z, Axis.OTHER, Axis.TIME))
            for (int d = 0; d < axes.size(); d++)
                if (axes.get(d) == axis && !(color && axis == Axis.CHANNEL)) {
                    order.add(d);
                    if (axis != Axis.CHANNEL) lengths[axis == Axis.TIME ? 2 : 1] *= (int) img.dimension(d);
                }
        ImageStack stack = new ImageStack(source.width(), source.height());
        int slices = lengths[0] * lengths[1] * lengths[2];
        for (int i = 0; i < slices; i++) stack.addSlice(processor(source, position(img, order, i), color));
        ImagePlus image = new ImagePlus(title, stack);
        image.setDimensions(lengths[0], lengths[1], lengths[2]);
        if (isSigned(source)) image.getCalibration().setSigned16BitCalibration();
        image.setOpenAsHyperStack(slices > Math.max(lengths[0], Math.max(lengths[1], lengths[2])));
        return lengths[0] == 1 ? image : new CompositeImage(image, CompositeImage.COMPOSITE);
    }

    /** Whether its numbers are integers of up to 16 bits that may be below 0. */
    private static boolean isSigned(Hyperstack source) {
        return !source.isArgb()
                && source.image().getType() instanceof IntegerType<?> type
                && type.getMinValue() < 0
                && type.getMaxValue() <= Short.MAX_VALUE;
    }

    private static long[] position(DescribedImg<?> img, List<Integer> order, int slice) {
        long[] position = new long[img.numDimensions()];
        for (int d : order) {
            position[d] = slice % img.dimension(d);
            slice /= (int) img.dimension(d);
        }
        return position;
    }

    private static ImageProcessor processor(Hyperstack source, long[] position, boolean color) {
        if (source.isArgb()) return new ColorProcessor(source.width(), source.height(), argb(source.plane(position)));
        return color ? rgb(source.channels(position)) : processor(source.plane(position));
    }

    private static int[] argb(RandomAccessibleInterval<?> plane) {
        int[] argb = new int[(int) plane.size()];
        Cursor<?> cursor = Views.flatIterable(plane).cursor();
        for (int i = 0; i < argb.length; i++) argb[i] = ((ARGBType) cursor.next()).get();
        return Appearance.opaque(argb);
    }

    private static ColorProcessor rgb(List<RandomAccessibleInterval<?>> planes) {
        float[] red = values(planes.get(0)), green = values(planes.get(1)), blue = values(planes.get(2));
        int[] argb = new int[red.length];
        for (int i = 0; i < argb.length; i++) argb[i] = ARGBType.rgba(red[i], green[i], blue[i], 255);
        return new ColorProcessor(
                (int) planes.get(0).dimension(0), (int) planes.get(0).dimension(1), argb);
    }

    private static ImageProcessor processor(RandomAccessibleInterval<?> plane) {
        FloatProcessor floats = new FloatProcessor((int) plane.dimension(0), (int) plane.dimension(1), values(plane));
        if (!(plane.getType() instanceof IntegerType)) return floats;
        RealType<?> type = (RealType<?>) plane.getType();
        double max = type.getMaxValue();
        if (type.getMinValue() < 0 && max <= Short.MAX_VALUE) {
            floats.add(-(double) Short.MIN_VALUE);
            return floats.convertToShortProcessor(false);
        }
        return max <= 255
                ? floats.convertToByteProcessor(false)
                : max <= 65535 ? floats.convertToShortProcessor(false) : floats;
    }

    private static float[] values(RandomAccessibleInterval<?> plane) {
        float[] values = new float[(int) plane.size()];
        Cursor<?> cursor = Views.flatIterable(plane).cursor();
        for (int i = 0; i < values.length; i++) values[i] = ((RealType<?>) cursor.next()).getRealFloat();
        return values;
    }
}
