package io.github.neuralstyle.image;

import io.github.neuralstyle.image.io.ImageChecks;
import io.github.neuralstyle.util.Range;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;

/**
 * Which values of each channel are 0 and 255 to a network, the same in all slices and frames. A linear map, so that it can
 * be undone; its text holds all of it.
 *
 * @param choice how the ranges were found
 * @param joint whether all channels have one range
 * @param channels the range of each
 */
public record IntensityMapping(Choice choice, boolean joint, List<IntensityRange> channels) {

    /** Percent of the pixels that may lie outside, half of them at either end, for {@link Choice#PERCENTILE}. */
    public static final Range SATURATED = new Range("saturated", 0, 20, 0.35);

    private static final int BINS = 65535;

    private static final Pattern TEXT = Pattern.compile("(\\w+) (jointly|by channel): (.*)");

    /** How a range is found. Integers of up to 8 bits always have the range of their type. */
    public enum Choice {

        /** From the smallest to the largest value. */
        MINMAX,

        /** Without some of the smallest and largest values, which are clipped; to within a 65535th of the whole range. */
        PERCENTILE,

        /** All values of the type, an integer. */
        FULL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public IntensityMapping {
        channels = List.copyOf(channels);
    }

    /**
     * The mapping of an image. A channel of one value v gets the range v..v+1.
     *
     * @param saturated percent, see {@link #SATURATED}
     * @throws IllegalArgumentException if the full range of a type is chosen that is not an integer
     */
    public static IntensityMapping of(Hyperstack stack, Choice choice, boolean joint, double saturated) {
        SATURATED.check(saturated);
        int channels = stack.channels();
        if (stack.isArgb())
            return new IntensityMapping(Choice.FULL, joint, Collections.nCopies(channels, IntensityRange.BYTE));
        RealType<?> type = (RealType<?>) stack.image().getType();
        if (type instanceof IntegerType && (choice == Choice.FULL || type.getBitsPerPixel() <= 8))
            return new IntensityMapping(
                    Choice.FULL,
                    joint,
                    Collections.nCopies(channels, new IntensityRange(type.getMinValue(), type.getMaxValue())));
        if (choice == Choice.FULL)
            throw new IllegalArgumentException("range is full, and an image of "
                    + type.getClass().getSimpleName() + " has no full range; choose minmax or percentile.");
        double cut = choice == Choice.PERCENTILE ? saturated / 200 : 0;
        return new IntensityMapping(
                choice,
                joint,
                joint
                        ? Collections.nCopies(channels, stack.range(Hyperstack.ALL, cut))
                        : IntStream.range(0, channels)
                                .mapToObj(c -> stack.range(c, cut))
                                .toList());
    }

    /** A range without a part, from 0 to 1, of the values at each end. */
    static IntensityRange percentiles(RandomAccessibleInterval<?> image, IntensityRange all, double cut) {
        long[] counts = new long[BINS + 1];
        for (RealType<?> value : ImageChecks.asReal(image))
            counts[(int) Math.round(all.toUnit255(value.getRealDouble()) / 255 * BINS)]++;
        long maxCut = (long) (cut * image.size());
        int low = 0, high = BINS;
        for (long below = counts[low]; below <= maxCut; below += counts[low]) low++;
        for (long above = counts[high]; above <= maxCut; above += counts[high]) high--;
        return low < high
                ? new IntensityRange(all.fromUnit255(255.0 * low / BINS), all.fromUnit255(255.0 * high / BINS))
                : all;
    }

    /** As "minmax by channel: 300.0..4000.0, 12.0..900.0". */
    @Override
    public String toString() {
        return choice
                + (joint ? " jointly: " : " by channel: ")
                + channels.stream()
                        .map(range -> range.min() + ".." + range.max())
                        .collect(Collectors.joining(", "));
    }

    /** Reads the text of {@link #toString}. @throws IllegalArgumentException if the text is another */
    public static IntensityMapping parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches())
            throw new IllegalArgumentException("The range map is \"" + text
                    + "\"; it must be like \"minmax by channel: 300.0..4000.0, 12.0..900.0\".");
        return new IntensityMapping(
                Choice.valueOf(matcher.group(1).toUpperCase(Locale.ROOT)),
                matcher.group(2).equals("jointly"),
                Stream.of(matcher.group(3).split(", "))
                        .map(range -> range.split("\\.\\.", 2))
                        .map(ends -> new IntensityRange(Double.parseDouble(ends[0]), Double.parseDouble(ends[1])))
                        .toList());
    }
}
