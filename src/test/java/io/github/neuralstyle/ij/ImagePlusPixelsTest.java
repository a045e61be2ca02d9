package io.github.neuralstyle.ij;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import java.awt.Color;
import java.awt.image.IndexColorModel;

import org.junit.jupiter.api.Test;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.IntegerType;

class ImagePlusPixelsTest {

	@Test
	void keepsDepthsAndValues() {
		ImageProcessor[] processors = { new ByteProcessor(2, 1, new byte[] { 0, (byte) 200 }),
			new ShortProcessor(2, 1, new short[] { 0, (short) 60000 }, null), new FloatProcessor(2, 1, new float[] { -0.5f, 1e6f }) };
		for (ImageProcessor processor : processors) {
			Object before = processor.getPixelsCopy();
			ImagePlus back = ImagePlusPixels.image("back", ImagePlusPixels.of(new ImagePlus("image", processor)));
			assertEquals(processor.getBitDepth(), back.getBitDepth());
			assertNotSame(processor.getPixels(), back.getProcessor().getPixels());
			assertEquals(processor.getf(0), back.getProcessor().getf(0));
			assertEquals(processor.getf(1), back.getProcessor().getf(1));
			assertEquals(java.lang.reflect.Array.get(before, 1), java.lang.reflect.Array.get(processor.getPixels(), 1));
		}
	}

	@Test
	void coloursAreOpaqueAndExact() {
		ColorProcessor transparent = new ColorProcessor(1, 1, new int[] { 198 << 16 | 158 << 8 | 40 });
		Img<?> argb = ImagePlusPixels.of(new ImagePlus("image", transparent));
		assertEquals(ARGBType.rgba(198, 158, 40, 255), ((ARGBType) argb.firstElement()).get());
		assertEquals(new Color(198, 158, 40), new Color(ImagePlusPixels.image("back", argb).getProcessor().getPixel(0, 0)));
		ImagePlus rounded = ImagePlusPixels.image("picture", ArrayImgs.floats(new float[] { 197.6f, 158.4f, 40 }, 1, 1, 3));
		assertEquals(24, rounded.getBitDepth());
		assertEquals(new Color(198, 158, 40), new Color(rounded.getProcessor().getPixel(0, 0)));
	}

	@Test
	void palettesBecomeColours() {
		byte[] red = { 0, 10 }, green = { 0, 20 }, blue = { 0, 30 };
		ImagePlus palette = new ImagePlus("image", new ByteProcessor(1, 1, new byte[] { 1 }, new IndexColorModel(8, 2, red, green, blue)));
		palette.setTypeToColor256();
		assertEquals(ARGBType.rgba(10, 20, 30, 255), ((ARGBType) ImagePlusPixels.of(palette).firstElement()).get());
	}

	@Test
	void otherChannelsBecomeAComposite() {
		ImagePlus image = ImagePlusPixels.image("image", ArrayImgs.unsignedShorts(new short[] { 1, 2, 3 }, 1, 1, 3));
		assertInstanceOf(CompositeImage.class, image);
		assertArrayEquals(new int[] { 1, 1, 3, 1, 1 }, image.getDimensions());
		assertEquals(3, image.getStack().getVoxel(0, 0, 2));
		assertEquals(32, ImagePlusPixels.image("image", ArrayImgs.floats(new float[] { 0, 1, 256 }, 1, 1, 3)).getBitDepth());
	}

	@Test
	void takesTheCurrentSlice() {
		ImageStack stack = new ImageStack(1, 1);
		for (int value : new int[] { 5, 6, 7 })
			stack.addSlice(new ByteProcessor(1, 1, new byte[] { (byte) value }));
		ImagePlus image = new ImagePlus("stack", stack);
		image.setSlice(2);
		Img<?> slice = ImagePlusPixels.of(image);
		assertArrayEquals(new long[] { 1, 1 }, slice.dimensionsAsLongArray());
		assertEquals(6, ((IntegerType<?>) slice.firstElement()).getInteger());
	}
}
