package io.github.neuralstyle.batch;

import io.github.neuralstyle.Options;
import io.github.neuralstyle.Settings;
import io.github.neuralstyle.Style;
import java.nio.file.Path;
import java.util.List;

/**
 * A picture to make.
 *
 * @param content the image that gives the shapes
 * @param styles at least one; several are mixed
 * @param output the file to write
 * @param variant what a variant of a training set has besides; null for a picture
 */
public record BatchItem(Path content, List<Path> styles, Path output, Settings settings, Variant variant) {

    /**
     * The labels of a variant.
     *
     * @param labels the label image of the content
     * @param output the file to copy it to
     * @param drop the variant is left out if it keeps a smaller part of its edges on the borders of labels
     */
    public record Variant(Path labels, Path output, double drop) {}

    /** A picture. */
    public BatchItem(Path content, List<Path> styles, Path output, Settings settings) {
        this(content, styles, output, settings, null);
    }

    /** @throws IllegalArgumentException if the settings have weights of another number of styles */
    public BatchItem {
        styles = List.copyOf(styles);
        Style.weights(settings.get(Options.STYLE_WEIGHTS), styles.size());
    }
}
