package io.github.neuralstyle.image.io;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import net.imglib2.Cursor;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/** Makes ImageIO images with the depth of others; the opposite of {@link Samples}. */
public final class Rasters {

    private Rasters() {}

    /**
     * Unsigned integers get the 8 or 16 bits that hold them, all other numbers become 32-bit floats.
     *
     * @param image (X,Y), (X,Y,1) or (X,Y,3) of a RealType, or (X,Y) ARGB
     * @throws IllegalArgumentException if it is none of them
     */
    public static BufferedImage of(RandomAccessibleInterval<?> image) {
        ImageChecks.requirePlanes("image", image);
        if (image.getType() instanceof ARGBType) return ofArgb(ImageChecks.asArgb(image));
        int channels = image.numDimensions() == 2 ? 1 : (int) image.dimension(2);
        if (channels != 1 && channels != 3)
            throw new IllegalArgumentException("An image of " + channels
                    + " channels cannot be written; choose one, or three as red, green and blue.");
        return of(ImageChecks.asReal(image), channels);
    }

    private static BufferedImage of(RandomAccessibleInterval<? extends RealType<?>> image, int channels) {
        int width = (int) image.dimension(0), height = (int) image.dimension(1);
        ComponentColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(channels == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB),
                false,
                false,
                Transparency.OPAQUE,
                dataType(image.getType()));
        WritableRaster raster = model.createCompatibleWritableRaster(width, height);
        float[] row = new float[width];
        for (int c = 0; c < channels; c++) {
            Cursor<? extends RealType<?>> cursor =
                    Views.flatIterable(ImageChecks.plane(image, c)).cursor();
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) row[x] = cursor.next().getRealFloat();
                raster.setSamples(0, y, width, 1, c, row);
            }
        }
        return new BufferedImage(model, raster, false, null);
    }

    private static int dataType(RealType<?> type) {
        boolean unsigned = type instanceof IntegerType && type.getMinValue() >= 0;
        if (unsigned && type.getMaxValue() <= 0xff) return DataBuffer.TYPE_BYTE;
        return unsigned && type.getMaxValue() <= 0xffff ? DataBuffer.TYPE_USHORT : DataBuffer.TYPE_FLOAT;
    }

    private static BufferedImage ofArgb(RandomAccessibleInterval<ARGBType> image) {
        int width = (int) image.dimension(0), height = (int) image.dimension(1);
        BufferedImage rgb = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        Cursor<ARGBType> cursor = Views.flatIterable(image).cursor();
        for (int i = 0; i < width * height; i++)
            rgb.setRGB(i % width, i / width, cursor.next().get());
        return rgb;
    }
}
