package io.github.neuralstyle.imagej.imagej1;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Line;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import io.github.neuralstyle.image.Axis;
import io.github.neuralstyle.image.DescribedImg;
import java.awt.Color;
import java.awt.image.IndexColorModel;
import java.util.List;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.BooleanType;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.IntegerType;
import org.junit.jupiter.api.Test;

class ImagePlusPixelsTest {

    @Test
    void keepsDepthsAndValues() {
        ImageProcessor[] processors = {
            new ByteProcessor(2, 1, new byte[] {0, (byte) 200}),
            new ShortProcessor(2, 1, new short[] {0, (short) 60000}, null),
            new FloatProcessor(2, 1, new float[] {-0.5f, 1e6f})
        };
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
        ColorProcessor transparent = new ColorProcessor(1, 1, new int[] {198 << 16 | 158 << 8 | 40});
        DescribedImg<?> argb = ImagePlusPixels.of(new ImagePlus("image", transparent));
        assertEquals(ARGBType.rgba(198, 158, 40, 255), ((ARGBType) argb.firstElement()).get());
        assertEquals(
                new Color(198, 158, 40),
                new Color(ImagePlusPixels.image("back", argb).getProcessor().getPixel(0, 0)));
    }

    @Test
    void palettesBecomeColours() {
        byte[] red = {0, 10}, green = {0, 20}, blue = {0, 30};
        ImagePlus palette = new ImagePlus(
                "image", new ByteProcessor(1, 1, new byte[] {1}, new IndexColorModel(8, 2, red, green, blue)));
        palette.setTypeToColor256();
        assertEquals(
                ARGBType.rgba(10, 20, 30, 255),
                ((ARGBType) ImagePlusPixels.of(palette).firstElement()).get());
    }

    @Test
    void hyperstacksComeBackInOrder() {
        ImageStack stack = new ImageStack(2, 1);
        for (int i = 0; i < 2 * 3 * 4; i++)
            stack.addSlice(new ShortProcessor(2, 1, new short[] {(short) i, (short) (60000 + i)}, null));
        ImagePlus image = new ImagePlus("a b", stack);
        image.setDimensions(2, 3, 4);
        image.setPosition(2, 1, 3);
        DescribedImg<?> img = ImagePlusPixels.of(image);
        assertArrayEquals(new long[] {2, 1, 2, 3, 4}, img.dimensionsAsLongArray());
        assertEquals(
                List.of(Axis.X, Axis.Y, Axis.CHANNEL, Axis.Z, Axis.TIME),
                img.metadata().axes());
        assertArrayEquals(new long[] {0, 0, 1, 0, 2}, img.metadata().position());
        assertEquals(13, ((IntegerType<?>) img.planeShown().firstElement()).getInteger());
        assertArrayEquals(new long[] {2, 1, 2}, img.sliceShown().dimensionsAsLongArray());
        ImagePlus back = ImagePlusPixels.image("back", img);
        assertInstanceOf(CompositeImage.class, back);
        assertArrayEquals(new int[] {2, 1, 2, 3, 4}, back.getDimensions());
        assertTrue(back.isHyperStack());
        for (int i = 0; i < 24; i++)
            assertArrayEquals(
                    (short[]) stack.getPixels(i + 1), (short[]) back.getStack().getPixels(i + 1));
        assertArrayEquals(
                new int[] {2, 1, 1, 3, 1},
                ImagePlusPixels.image("3", ImagePlusPixels.of(new ImagePlus("z", substack(stack))))
                        .getDimensions());
    }

    private static ImageStack substack(ImageStack stack) {
        ImageStack three = new ImageStack(2, 1);
        for (int i = 1; i <= 3; i++) three.addSlice(stack.getProcessor(i));
        return three;
    }

    @Test
    void coloursOfStacksStay() {
        ImageStack stack = new ImageStack(1, 1);
        stack.addSlice(new ColorProcessor(1, 1, new int[] {0x102030}));
        stack.addSlice(new ColorProcessor(1, 1, new int[] {0x405060}));
        ImagePlus back = ImagePlusPixels.image("back", ImagePlusPixels.of(new ImagePlus("image", stack)));
        assertArrayEquals(new int[] {1, 1, 1, 2, 1}, back.getDimensions());
        assertEquals(0xff405060, back.getStack().getProcessor(2).get(0));
        DescribedImg<?> channels = DescribedImg.of(
                ArrayImgs.unsignedBytes(new byte[] {1, 2, 3, 4, 5, 6}, 1, 1, 2, 3),
                new DescribedImg.Metadata("", List.of(Axis.X, Axis.Y, Axis.TIME, Axis.CHANNEL), true, null));
        ImagePlus frames = ImagePlusPixels.image("frames", channels);
        assertArrayEquals(new int[] {1, 1, 1, 1, 2}, frames.getDimensions());
        assertEquals(0xff020406, frames.getStack().getProcessor(2).get(0));
    }

    @Test
    void selectionsAreMasks() {
        ImagePlus image = new ImagePlus("image", new ByteProcessor(3, 2));
        assertNull(ImagePlusPixels.of(image).metadata().selection());
        image.setRoi(new Roi(1, 1, 5, 5));
        assertEquals("000011", inside(image));
        image.setRoi(new PolygonRoi(new float[] {0, 3, 0}, new float[] {0, 0, 2}, Roi.POLYGON));
        assertEquals("110100", inside(image));
        image.setRoi(new Line(0, 0, 2, 1));
        assertEquals("000000", inside(image));
    }

    private static String inside(ImagePlus image) {
        StringBuilder inside = new StringBuilder();
        for (Object value : ImagePlusPixels.of(image).metadata().selection())
            inside.append(((BooleanType<?>) value).get() ? 1 : 0);
        return inside.toString();
    }
}
