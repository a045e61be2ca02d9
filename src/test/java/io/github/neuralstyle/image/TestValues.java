package io.github.neuralstyle.image;

import java.util.Arrays;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.NativeType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/** Makes images of given or random values, and takes the values out again. */
public final class TestValues {

    private TestValues() {}

    public static Img<UnsignedByteType> bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) values[i];
        return ArrayImgs.unsignedBytes(bytes, values.length, 1);
    }

    /** Powers of random numbers, of 8 or 16 bits or as floats. */
    public static Img<?> random(int bits, long seed, double power, long... sizes) {
        Random random = new Random(seed);
        return switch (bits) {
            case 8 -> map(ArrayImgs.unsignedBytes(sizes), old -> 255 * Math.pow(random.nextDouble(), power));
            case 16 -> map(ArrayImgs.unsignedShorts(sizes), old -> 65535 * Math.pow(random.nextDouble(), power));
            default -> map(ArrayImgs.floats(sizes), old -> Math.pow(random.nextDouble(), power) - 0.3);
        };
    }

    @SuppressWarnings("unchecked")
    public static <T extends RealType<T> & NativeType<T>> Img<?> map(Img<?> image, DoubleUnaryOperator change) {
        for (T value : (Img<T>) image) value.setReal(change.applyAsDouble(value.getRealDouble()));
        return image;
    }

    public static double[] values(RandomAccessibleInterval<?> image) {
        return Arrays.stream(Planes.of("image", image).values())
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    public static double[] channel(Img<?> image, int channel) {
        return Planes.of("image", image).values()[channel];
    }

    public static double[] sorted(double[] values) {
        double[] ascending = values.clone();
        Arrays.sort(ascending);
        return ascending;
    }
}
