package io.github.neuralstyle.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

/** Writes RGB images to files. */
final class ImageEncoder {

	private static final float JPEG_QUALITY = 0.95f;

	private ImageEncoder() {}

	static void encode(final Img<FloatType> rgb, final Path output) throws IOException {
		ImageChecks.requireRgb(rgb);
		ImageChecks.requireFinite(rgb);
		final ImageFormat format = ImageFormat.of(output);
		final BufferedImage image = toBufferedImage(rgb);
		// Not Files.createTempFile: its files are readable by their owner only.
		final Path partial = output.resolveSibling("." + UUID.randomUUID() + ".partial");
		try {
			encode(image, format, partial);
			Files.move(partial, output, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (final IOException | RuntimeException e) {
			throw new IOException("Cannot write " + output + ": making the " + format +
				" file failed (" + e.getMessage() +
				"); check the free space, and that the format can hold an image of this size.", e);
		}
		finally {
			Files.deleteIfExists(partial);
		}
	}

	private static void encode(final BufferedImage image, final ImageFormat format,
		final Path file) throws IOException
	{
		final ImageWriter writer = ImageIO.getImageWritersByFormatName(format.name()).next();
		try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
			if (out == null) throw new IOException("the file cannot be created");
			final ImageWriteParam param = writer.getDefaultWriteParam();
			if (format == ImageFormat.JPEG) {
				param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
				param.setCompressionQuality(JPEG_QUALITY);
			}
			writer.setOutput(out);
			writer.write(null, new IIOImage(image, null, null), param);
		}
		finally {
			writer.dispose();
		}
	}

	static BufferedImage toBufferedImage(final Img<FloatType> rgb) {
		final int width = (int) rgb.dimension(0);
		final int height = (int) rgb.dimension(1);
		final BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
		final float[] pixels = Images.toPixels(rgb);
		final int[] row = new int[width * 3];
		for (int y = 0; y < height; y++) {
			for (int i = 0; i < row.length; i++) {
				row[i] = Math.min(255, Math.max(0, Math.round(pixels[y * row.length + i])));
			}
			image.getRaster().setPixels(0, y, width, 1, row);
		}
		return image;
	}
}
