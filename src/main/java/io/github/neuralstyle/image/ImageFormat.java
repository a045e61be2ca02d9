package io.github.neuralstyle.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** The formats in which results are written, chosen by the extension. */
enum ImageFormat {

	PNG, JPEG, TIFF, BMP;

	/** @throws IOException naming the legal extensions, if it is none of them */
	static ImageFormat of(final Path output) throws IOException {
		final String name = output.toString().toLowerCase(Locale.ROOT);
		switch (name.substring(name.lastIndexOf('.') + 1)) {
			case "png":
				return PNG;
			case "jpg":
			case "jpeg":
				return JPEG;
			case "tif":
			case "tiff":
				return TIFF;
			case "bmp":
				return BMP;
			default:
				throw new IOException("Cannot write " + output +
					": its name must end in .png, .jpg, .jpeg, .tif, .tiff or .bmp.");
		}
	}
}
