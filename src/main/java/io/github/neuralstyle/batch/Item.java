package io.github.neuralstyle.batch;

import java.nio.file.Path;
import java.util.List;

import io.github.neuralstyle.Settings;

/**
 * A picture to make.
 *
 * @param content the image that gives the shapes
 * @param styles at least one; several are mixed in equal parts
 * @param output the file to write
 */
public record Item(Path content, List<Path> styles, Path output, Settings settings) {

	public Item {
		styles = List.copyOf(styles);
	}
}
