package io.github.neuralstyle.imagej;

import io.github.neuralstyle.Options;
import io.github.neuralstyle.Region;
import io.github.neuralstyle.Style;
import io.github.neuralstyle.image.DescribedImg;
import io.github.neuralstyle.imagej.imagej1.OpenImages;
import io.github.neuralstyle.imagej.imagej2.ImageJ2Bridge;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.BooleanType;
import net.imglib2.type.numeric.RealType;

/** The parts of the content that a person chose, with their styles. */
public final class Regions {

    private final ImageJ2Bridge bridge;
    private final DescribedImg<?> content;
    private final Style style;

    /** @throws IllegalArgumentException if what is selected in the style image has no area */
    public Regions(ImageJ2Bridge bridge, DescribedImg<?> content, DescribedImg<?> style) {
        this.bridge = bridge;
        this.content = content;
        this.style = style(style);
    }

    /**
     * The regions of a kind.
     *
     * @param kind a text of {@link Options#REGIONS}
     * @param labels for labels, of the content's width and height; else not used, and may be null
     * @param styles for labels and ROIs, see {@link RegionStyles}
     * @throws IllegalArgumentException if they cannot be used
     */
    public List<Region> of(String kind, Img<?> labels, String styles) {
        RegionStyles titles = new RegionStyles(styles);
        return switch (Options.REGIONS.parse(kind)) {
            case LABELS -> titles.regions(labels(labels), List.of(), style, this::open);
            case ROI_MANAGER -> {
                OpenImages.Labels rois = bridge.managedRois((int) content.dimension(0), (int) content.dimension(1));
                yield titles.regions(rois.image(), rois.names(), style, this::open);
            }
            default -> List.of(new Region(selection(content), List.of(style)));
        };
    }

    private Style open(String title) {
        return style(bridge.find("regionstyles", title));
    }

    /** The plane of an image that is shown, or what of it is selected. */
    private static Style style(DescribedImg<?> image) {
        return new Style(image.planeShown().inMemory(), 1, selection(image));
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
        DescribedImg<?> image = bridge.described(labels);
        String name = "The label image " + ImageJ2Bridge.title(image);
        if (!(image.getType() instanceof RealType))
            throw new IllegalArgumentException(name + " has colours; it must have numbers.");
        if (image.numDimensions() != 2
                || image.dimension(0) != content.dimension(0)
                || image.dimension(1) != content.dimension(1))
            throw new IllegalArgumentException(
                    name + " has " + sizes(image) + " pixels; it must have the content's width and height, "
                            + content.dimension(0) + "x" + content.dimension(1) + ", and one slice.");
        return (RandomAccessibleInterval<? extends RealType<?>>) (RandomAccessibleInterval<?>) image.inMemory();
    }

    private static String sizes(DescribedImg<?> image) {
        return Arrays.stream(image.dimensionsAsLongArray())
                .mapToObj(Long::toString)
                .collect(Collectors.joining("x"));
    }
}
