package io.github.neuralstyle.imagej;

import io.github.neuralstyle.Options;
import io.github.neuralstyle.Region;
import io.github.neuralstyle.Style;
import io.github.neuralstyle.image.DescribedImg;
import io.github.neuralstyle.image.io.ImageChecks;
import io.github.neuralstyle.imagej.imagej1.OpenImages;
import io.github.neuralstyle.imagej.imagej2.ImageJ2Bridge;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.converter.Converters;
import net.imglib2.img.Img;
import net.imglib2.type.BooleanType;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.numeric.RealType;

/** The chosen parts of the content with their styles. */
public final class Regions {

    /** In place of a title: of the main style, or of none. */
    private static final String MAIN = "\0main", NONE = "";

    private final ImageJ2Bridge bridge;
    private final DescribedImg<?> content;
    private final List<Style> styles;

    /**
     * The content's regions.
     *
     * @param styles for regions without one of their own; of several a mixture
     * @param weights of the styles
     * @throws IllegalArgumentException if what is selected in a style image has no area
     */
    public Regions(ImageJ2Bridge bridge, DescribedImg<?> content, List<DescribedImg<?>> styles, double... weights) {
        this.bridge = bridge;
        this.content = content;
        this.styles = styles(styles, weights);
    }

    /**
     * The images of the styles: one, and others by their titles or files.
     *
     * @param more a text of {@link Options#MORE_STYLES}
     * @throws IllegalArgumentException if there is none of a title
     */
    public static List<DescribedImg<?>> styleImages(ImageJ2Bridge bridge, Img<?> style, String more) {
        List<DescribedImg<?>> images = new ArrayList<>(List.of(bridge.shown(style)));
        for (String title : more.split(";"))
            if (!title.isBlank()) images.add(bridge.find(Options.MORE_STYLES.name(), title.strip()));
        return images;
    }

    /** The styles in images, each in its plane that is shown or what of it is selected, without those whose weight is 0. */
    public static List<Style> styles(List<DescribedImg<?>> images, double... weights) {
        return IntStream.range(0, images.size())
                .filter(i -> weights[i] > 0)
                .mapToObj(i -> style(images.get(i), weights[i]))
                .toList();
    }

    /**
     * The regions of a kind.
     *
     * @param kind a text of {@link Options#REGIONS}
     * @param labels for labels, of the content's width and height; else not used, and may be null
     * @param styles for labels and ROIs: which image each takes its style from, as "1=a.png; 2=b.png; 3="
     * @throws IllegalArgumentException if they cannot be used
     */
    public List<Region> of(String kind, Img<?> labels, String styles) {
        Map<String, String> titles = titles(styles);
        return switch (Options.REGIONS.parse(kind)) {
            case LABELS -> regions(titles, labels(labels), List.of());
            case ROI_MANAGER -> {
                OpenImages.Labels rois = bridge.managedRois((int) content.dimension(0), (int) content.dimension(1));
                yield regions(titles, rois.image(), rois.names());
            }
            default -> List.of(new Region(selection(content), this.styles));
        };
    }

    /** The titles by labels. @throws IllegalArgumentException if the text is no such list */
    private static Map<String, String> titles(String text) {
        Map<String, String> titles = new LinkedHashMap<>();
        for (String part : Objects.requireNonNullElse(text, "").split(";")) {
            String[] pair = part.split("=", 2);
            if (part.isBlank()) continue;
            if (pair.length < 2 || pair[0].isBlank())
                throw new IllegalArgumentException("regionstyles has " + part.strip()
                        + "; it must be like 1=a.png; 2=b.png, labels or names of ROIs with titles of open images.");
            titles.put(pair[0].strip(), pair[1].strip());
        }
        return titles;
    }

    /** The largest number of different styles of a text, with the main one. */
    static int maxStyles(String text) {
        Set<String> different = new HashSet<>(titles(text).values());
        different.remove(NONE);
        return different.size() + 1;
    }

    /**
     * A region for each style, of all labels that have it. Labels that the text does not mention have the main style, those
     * with an empty title none, like pixels of 0.
     *
     * @param labels (X,Y), whole numbers
     * @param names of the labels from 1 on, which the text may use instead of numbers
     * @throws IllegalArgumentException if there is no label, or none of a name, or none with a style
     */
    private List<Region> regions(
            Map<String, String> titles, RandomAccessibleInterval<? extends RealType<?>> labels, List<String> names) {
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
                title.equals(MAIN) ? this.styles : List.of(open(title)))));
        return regions;
    }

    private static Set<Integer> distinct(RandomAccessibleInterval<? extends RealType<?>> labels) {
        Set<Integer> there = new TreeSet<>();
        for (RealType<?> label : labels) there.add((int) label.getRealDouble());
        there.remove(0);
        return there;
    }

    private Style open(String title) {
        return style(bridge.find("regionstyles", title), 1);
    }

    /** The plane of an image that is shown, or what of it is selected. */
    private static Style style(DescribedImg<?> image, double weight) {
        return new Style(image.planeShown().inMemory(), weight, selection(image));
    }

    private static RandomAccessibleInterval<?> selection(DescribedImg<?> image) {
        RandomAccessibleInterval<?> selection = image.metadata().selection();
        if (selection == null) return null;
        for (Object inside : selection) if (((BooleanType<?>) inside).get()) return selection;
        throw new IllegalArgumentException("The selection in " + ImageJ2Bridge.title(image)
                + " has no area within the image; select a " + "part of it, as by a rectangle, or nothing.");
    }

    @SuppressWarnings("unchecked")
    private RandomAccessibleInterval<? extends RealType<?>> labels(Img<?> labels) {
        if (labels == null)
            throw new IllegalArgumentException("regions is labels and there is no label image; give it as labels.");
        DescribedImg<?> image = bridge.labels(labels);
        String name = "The label image " + ImageJ2Bridge.title(image);
        if (!(image.getType() instanceof RealType))
            throw new IllegalArgumentException(name + " has colours; it must have numbers.");
        if (image.numDimensions() != 2
                || image.dimension(0) != content.dimension(0)
                || image.dimension(1) != content.dimension(1))
            throw new IllegalArgumentException(
                    name + " has " + ImageChecks.sizes(image).replace(" ", "")
                            + " pixels; it must have the content's width and height, " + content.dimension(0) + "x"
                            + content.dimension(1) + ", and one slice.");
        return (RandomAccessibleInterval<? extends RealType<?>>) (RandomAccessibleInterval<?>) image.inMemory();
    }
}
