package io.github.neuralstyle.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;

import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

import io.github.neuralstyle.file.OutputFile;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

/** Writes images to files. */
final class ImageEncoder {

	private static final float JPEG_QUALITY = 0.95f;

	private ImageEncoder() {}

	static void encode(final Img<FloatType> rgb, final Path output) throws IOException {
		ImageChecks.requireRgb(rgb);
		ImageChecks.requireFinite(rgb);
		encode(toBufferedImage(rgb), output);
	}

	static void encode(final BufferedImage image, final Path output) throws IOException {
		final ImageFormat format = ImageFormat.of(output);
		format.requireDepth(image.getRaster().getTransferType(), output);
		try {
			OutputFile.write(output, partial -> encode(image, format, partial));
		}
		catch (final IOException | RuntimeException e) {
			throw new IOException("Cannot write " + output + ": making the " + format +
				" file failed (" + e.getMessage() +
				"); check the free space, and that the format can hold an image of this size.", e);
		}
	}

	private static void encode(final BufferedImage image, final ImageFormat format,
		final Path file) throws IOException
	{
		final ImageWriter writer = writer(format);
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

	/** For TIFF that of the JDK: TwelveMonkeys' writes no more than 8 bits per sample of these images. */
	private static ImageWriter writer(final ImageFormat format) {
		final Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format.name());
		ImageWriter writer = writers.next();
		while (format == ImageFormat.TIFF && writers.hasNext() && writer.getClass()
			.getModule() != ImageIO.class.getModule())
		{
			writer = writers.next();
		}
		return writer;
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
