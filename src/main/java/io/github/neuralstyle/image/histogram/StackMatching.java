package io.github.neuralstyle.image.histogram;

import io.github.neuralstyle.image.Axis;
import io.github.neuralstyle.image.Hyperstack;
import io.github.neuralstyle.image.io.ImageChecks;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.Type;
import net.imglib2.view.Views;

/** Matching of stacks: all slices and frames are matched as one image, so that they keep their relations. */
public final class StackMatching {

    private StackMatching() {}

    /**
     * Matches all planes of a stack to a template.
     *
     * @param template (X,Y), (X,Y,C) or ARGB
     * @return an image of the stack's axes and sizes
     * @throws IllegalArgumentException as {@link HistogramMatching#match}; also if the stack has too many pixels for one
     *           image, or is of colours and the template of more than 8 bits
     */
    public static Img<?> match(HistogramMatching matching, Hyperstack stack, RandomAccessibleInterval<?> template) {
        List<long[]> positions = positions(stack);
        ImageChecks.requireSize(stack.width(), (long) stack.height() * positions.size());
        Img<?> matched = matching.match(tall(stack), template);
        if (stack.isArgb() && matched.numDimensions() > 2)
            throw new IllegalArgumentException(
                    "The source is a stack of colours and the template has more than 8 bits; "
                            + "convert the template by Image > Type > RGB Color.");
        Img<?> result = create(matched, stack.image().dimensionsAsLongArray());
        Hyperstack target = stack.with(result);
        for (int i = 0; i < positions.size(); i++) {
            List<RandomAccessibleInterval<?>> planes = target.channels(positions.get(i));
            for (int c = 0; c < planes.size(); c++) copy(part(matched, c, i, stack), planes.get(c));
        }
        return result;
    }

    /** Of each slice and frame. */
    private static List<long[]> positions(Hyperstack stack) {
        long[] sizes = stack.image().dimensionsAsLongArray();
        List<long[]> positions = new ArrayList<>(List.of(new long[sizes.length]));
        for (int d = 0; d < sizes.length; d++) {
            if (List.of(Axis.X, Axis.Y, Axis.CHANNEL).contains(stack.axes().get(d))) continue;
            List<long[]> more = new ArrayList<>();
            for (long at = 0; at < sizes[d]; at++)
                for (long[] position : positions) {
                    long[] one = position.clone();
                    one[d] = at;
                    more.add(one);
                }
            positions = more;
        }
        return positions;
    }

    /** All slices and frames below each other, (X,Y) or (X,Y,C). */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public static RandomAccessibleInterval<?> tall(Hyperstack stack) {
        List<long[]> positions = positions(stack);
        List channels = IntStream.range(0, stack.channels())
                .mapToObj(c -> {
                    List planes = positions.stream()
                            .map(at -> stack.channels(at).get(c))
                            .toList();
                    return Views.concatenate(1, planes);
                })
                .toList();
        return channels.size() == 1 ? (RandomAccessibleInterval<?>) channels.get(0) : Views.stack(channels);
    }

    private static RandomAccessibleInterval<?> part(Img<?> tall, int channel, int index, Hyperstack stack) {
        long top = (long) index * stack.height();
        return Views.zeroMin(Views.interval(ImageChecks.plane(tall, channel), new long[] {0, top}, new long[] {
            stack.width() - 1, top + stack.height() - 1
        }));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Img<?> create(Img<?> like, long[] sizes) {
        return ((Img) like).factory().create(sizes);
    }

    @SuppressWarnings("unchecked")
    private static <T extends Type<T>> void copy(RandomAccessibleInterval<?> from, RandomAccessibleInterval<?> to) {
        LoopBuilder.setImages((RandomAccessibleInterval<T>) from, (RandomAccessibleInterval<T>) to)
                .forEachPixel((a, b) -> b.set(a));
    }
}
