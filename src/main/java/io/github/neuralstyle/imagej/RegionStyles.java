package io.github.neuralstyle.imagej;

import io.github.neuralstyle.Region;
import io.github.neuralstyle.Style;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.numeric.RealType;

/** Which image each label takes its style from, as the text "1=a.png; 2=b.png; 3=". */
final class RegionStyles {

    /** In place of a title. */
    private static final String MAIN = "\0main", NONE = "";

    private final Map<String, String> titles = new LinkedHashMap<>();

    /** @param text null for none. @throws IllegalArgumentException if it is no such list */
    RegionStyles(String text) {
        for (String part : Objects.requireNonNullElse(text, "").split(";")) {
            String[] pair = part.split("=", 2);
            if (part.isBlank()) continue;
            if (pair.length < 2 || pair[0].isBlank())
                throw new IllegalArgumentException("regionstyles has " + part.strip()
                        + "; it must be like 1=a.png; 2=b.png, labels or names of ROIs with titles of open images.");
            titles.put(pair[0].strip(), pair[1].strip());
        }
    }

    /** The most different styles that it can make, with the main one. */
    int most() {
        Set<String> different = new HashSet<>(titles.values());
        different.remove(NONE);
        return different.size() + 1;
    }

    /**
     * A region for each style: of all labels that have it. Labels of which the text tells nothing have the main style, those
     * with an empty title none, as has what is 0.
     *
     * @param labels (X,Y), whole numbers
     * @param names of the labels from 1 on, by which they may be called, too
     * @param open the style of a title
     * @throws IllegalArgumentException if there is no label, or none of a name, or none with a style
     */
    List<Region> regions(
            RandomAccessibleInterval<? extends RealType<?>> labels,
            List<String> names,
            Style main,
            Function<String, Style> open) {
        Map<String, String> left = new LinkedHashMap<>(titles);
        Map<String, Set<Integer>> byStyle = new LinkedHashMap<>();
        Set<Integer> there = distinct(labels);
        for (int label : there) {
            String byNumber = left.remove(Integer.toString(label));
            String byName = label > 0 && label <= names.size() ? left.remove(names.get(label - 1)) : null;
            String title = byName != null ? byName : byNumber != null ? byNumber : MAIN;
            if (!title.equals(NONE))
                byStyle.computeIfAbsent(title, key -> new HashSet<>()).add(label);
        }
        if (!left.isEmpty())
            throw new IllegalArgumentException(
                    "regionstyles names " + left.keySet().iterator().next() + ", which no region is; there are "
                            + (names.isEmpty() ? there : names) + ".");
        if (byStyle.isEmpty())
            throw new IllegalArgumentException(
                    there.isEmpty()
                            ? "The label image is 0 everywhere; give each region a number from 1 on."
                            : "regionstyles leaves no region with a style; name one for at least one of " + there
                                    + ".");
        List<Region> regions = new ArrayList<>();
        byStyle.forEach((title, members) -> regions.add(new Region(
                Converters.convert(
                        labels, (from, to) -> to.set(members.contains((int) from.getRealDouble())), new BitType()),
                List.of(title.equals(MAIN) ? main : open.apply(title)))));
        return regions;
    }

    private static Set<Integer> distinct(RandomAccessibleInterval<? extends RealType<?>> labels) {
        Set<Integer> there = new TreeSet<>();
        for (RealType<?> label : labels) there.add((int) label.getRealDouble());
        there.remove(0);
        return there;
    }
}
