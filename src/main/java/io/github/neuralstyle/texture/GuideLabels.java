package io.github.neuralstyle.texture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;

/** The values of the label images of examples, numbered: grey values, or colours. */
public final class GuideLabels {

    private final Map<List<Double>, Byte> numbers = new LinkedHashMap<>();

    /**
     * @param examples (X,Y), (X,Y,C) of a RealType, or ARGB, with their minimum at 0
     * @throws IllegalArgumentException if there are more values than {@link TextureExample#LABELS}
     */
    public GuideLabels(List<RandomAccessibleInterval<?>> examples) {
        for (RandomAccessibleInterval<?> image : examples)
            visit(image, (int) image.dimension(0), (int) image.dimension(1), (i, value) -> {
                if (!numbers.containsKey(value) && numbers.size() == TextureExample.LABELS)
                    throw new IllegalArgumentException("The label images of the examples have more than "
                            + TextureExample.LABELS
                            + " values; draw them with few values, without smooth edges, and save them as png or tif.");
                numbers.putIfAbsent(value, (byte) (numbers.size() + 1));
            });
    }

    /** The labels of an example, (height, width). */
    public byte[] of(RandomAccessibleInterval<?> example) {
        return of(example, (int) example.dimension(0), (int) example.dimension(1));
    }

    /**
     * The labels of a guide at a size, (height, width).
     *
     * @throws IllegalArgumentException if it has a value that no example has
     */
    public byte[] of(RandomAccessibleInterval<?> guide, int width, int height) {
        byte[] labels = new byte[width * height];
        visit(guide, width, height, (i, value) -> {
            Byte number = numbers.get(value);
            if (number == null)
                throw new IllegalArgumentException("The guide has the value " + name(value)
                        + ", which no label image of an example has; those have "
                        + String.join(
                                ", ",
                                new TreeMap<>(names())
                                        .values().stream().limit(20).toList()) + ".");
            labels[i] = number;
        });
        return labels;
    }

    /** The values by their labels, as texts. */
    public Map<Integer, String> names() {
        Map<Integer, String> names = new LinkedHashMap<>();
        numbers.forEach((value, number) -> names.put((int) number, name(value)));
        return names;
    }

    private static String name(List<Double> value) {
        List<String> parts = new ArrayList<>();
        for (double each : value)
            parts.add(each == Math.rint(each) ? String.valueOf((long) each) : String.valueOf(each));
        return parts.stream().distinct().count() == 1 ? parts.get(0) : String.join("/", parts);
    }

    private interface Visitor {

        void at(int index, List<Double> value);
    }

    /** Visits the nearest pixels of an image at another size. */
    private static void visit(RandomAccessibleInterval<?> image, int width, int height, Visitor visitor) {
        RandomAccess<?> access = image.randomAccess();
        int channels = image.numDimensions() > 2 ? (int) Math.min(3, image.dimension(2)) : 1;
        double[] last = null, now = new double[3];
        List<Double> value = null;
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++) {
                access.setPosition(image.min(0) + ExampleLevel.nearest(x, (int) image.dimension(0), width), 0);
                access.setPosition(image.min(1) + ExampleLevel.nearest(y, (int) image.dimension(1), height), 1);
                for (int c = 0; c < 3; c++) {
                    if (image.numDimensions() > 2) access.setPosition(image.min(2) + Math.min(c, channels - 1), 2);
                    now[c] = access.get() instanceof ARGBType argb
                            ? argb.get() >> 16 - 8 * c & 255
                            : ((RealType<?>) access.get()).getRealDouble();
                }
                if (!Arrays.equals(now, last)) {
                    last = now.clone();
                    value = List.of(now[0], now[1], now[2]);
                }
                visitor.at(y * width + x, value);
            }
    }
}
