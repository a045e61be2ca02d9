package io.github.neuralstyle.batch;

import io.github.neuralstyle.Settings;
import java.nio.file.Path;
import java.util.List;

/**
 * A picture to make.
 *
 * @param content the image that gives the shapes
 * @param styles at least one; several are mixed in equal parts
 * @param output the file to write
 */
public record BatchItem(Path content, List<Path> styles, Path output, Settings settings) {

    public BatchItem {
        styles = List.copyOf(styles);
    }
}
