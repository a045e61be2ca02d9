package io.github.neuralstyle.image.io;

import java.nio.file.Path;
import java.util.List;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.integer.UnsignedShortType;

/** The value of white in colour images whose 16 bits are a container of less. */
final class WhiteLevel {

    private static final int[] CONTAINED_BITS = {10, 12};

    private WhiteLevel() {}

    /**
     * The white of an (X,Y,3) image of unsigned 16 bits without a value over 10 or 12 bits, which else would be nearly
     * black; of all others NaN.
     */
    static double of(Path file, Img<?> image, List<String> notes) {
        if (!(image.getType() instanceof UnsignedShortType) || image.numDimensions() < 3) return Double.NaN;
        int largest = 0;
        for (Object value : image) largest = Math.max(largest, ((UnsignedShortType) value).get());
        for (int bits : CONTAINED_BITS)
            if (largest > 0 && largest < 1 << bits) {
                notes.add(
                        file + " has no 16-bit value over " + largest + "; its colours are taken as " + bits + "-bit.");
                return (1 << bits) - 1;
            }
        return Double.NaN;
    }
}
