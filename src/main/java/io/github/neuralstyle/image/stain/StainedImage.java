package io.github.neuralstyle.image.stain;

import io.github.neuralstyle.image.Planes;
import java.util.LinkedHashMap;
import java.util.Map;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/** An image of stained tissue, with its two stains. */
public record StainedImage(OpticalDensity density, StainVectors stains) {

    /**
     * Estimates the stains.
     *
     * @param role what messages call the image
     * @param image (X,Y,3) of bytes or (X,Y) ARGB
     * @param sparse by {@link StainVectors#vahadane} instead of {@link StainVectors#macenko}
     * @throws IllegalArgumentException if it is another kind of image, is all background, or has one colour
     */
    public static StainedImage of(String role, RandomAccessibleInterval<?> image, boolean sparse) {
        Planes planes = Planes.of(role, image);
        checkType(role, image);
        OpticalDensity density = OpticalDensity.of(role, planes.values());
        return new StainedImage(
                density, sparse ? StainVectors.vahadane(role, density) : StainVectors.macenko(role, density));
    }

    /** @throws IllegalArgumentException if an image has no colours of 8 bits */
    public static void checkType(String role, RandomAccessibleInterval<?> image) {
        if (image.getType() instanceof ARGBType) return;
        long channels = image.numDimensions() == 2 ? 1 : image.dimension(2);
        if (channels != 3)
            throw new IllegalArgumentException("The " + role + " has " + channels
                    + (channels == 1 ? " channel" : " channels")
                    + "; stains are told apart by their colours, so choose an RGB image of 8 bits, or the mode reinhard for "
                    + "grey images.");
        if (!(image.getType() instanceof UnsignedByteType))
            throw new IllegalArgumentException("The " + role + " is an image of "
                    + image.getType().getClass().getSimpleName()
                    + "; stains need RGB of 8 bits, in which 255 is white: convert it by Image > Type > RGB Color.");
    }

    /** The stains of two images, by their roles. */
    public static Map<String, StainVectors> stains(
            RandomAccessibleInterval<?> source, RandomAccessibleInterval<?> template, boolean sparse) {
        Map<String, StainVectors> stains = new LinkedHashMap<>();
        stains.put("source", of("source", source, sparse).stains);
        stains.put("template", of("template", template, sparse).stains);
        return stains;
    }

    /** The colours of another image in this one's stains, (3, pixels), 0..255. */
    public double[][] recolor(StainedImage other) {
        return stains.recolor(other.density, other.stains);
    }
}
