package io.github.neuralstyle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.numeric.RealType;

/**
 * A part of an image and its styles.
 *
 * @param mask (X,Y), of a BooleanType or a RealType, of the image's width and height: where it is true or over 0 is the
 *          region, in all slices, frames and channels; null for the whole image
 * @param styles at least one
 */
public record Region(RandomAccessibleInterval<?> mask, List<Style> styles) {

    /** @throws IllegalArgumentException if there is no style */
    public Region {
        styles = List.copyOf(styles);
        if (styles.isEmpty()) throw new IllegalArgumentException("A region has no style; give at least one for each.");
    }

    /** The whole image. */
    public static Region whole(List<Style> styles) {
        return new Region(null, styles);
    }

    /**
     * The regions of a label image, each with its own styles. Pixels of 0 and of labels without styles are in none.
     *
     * @param labels (X,Y), whole numbers
     * @param styles by label
     * @throws IllegalArgumentException if there is no label, or one that no pixel has, or the label 0
     */
    public static List<Region> ofLabels(
            RandomAccessibleInterval<? extends RealType<?>> labels, Map<Integer, List<Style>> styles) {
        Set<Integer> there = new TreeSet<>();
        for (RealType<?> label : labels) if (label.getRealDouble() != 0) there.add((int) label.getRealDouble());
        if (styles.isEmpty())
            throw new IllegalArgumentException(
                    "No label has a style; give one to at least one of the labels " + there + ".");
        List<Region> regions = new ArrayList<>();
        new TreeMap<>(styles).forEach((label, theirs) -> {
            if (!there.contains(label))
                throw new IllegalArgumentException("The label " + label
                        + " has a style, and no pixel has the label; those there are " + there + ".");
            regions.add(new Region(
                    Converters.convert(
                            labels, (from, to) -> to.set((int) from.getRealDouble() == label), new BitType()),
                    theirs));
        });
        return regions;
    }
}
