package io.github.neuralstyle.image;

import java.awt.image.BufferedImage;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;

/** Colour images in the forms that windows show: (X,Y,3) of bytes, ARGB, and Java's own. */
public final class Rgb {

    private Rgb() {}

    /** Values are rounded, as in files. */
    public static Img<UnsignedByteType> bytes(Pixels picture) {
        int size = picture.width() * picture.height();
        byte[] bytes = new byte[3 * size];
        for (int i = 0; i < bytes.length; i++) bytes[i % 3 * size + i / 3] = (byte) grey(picture.values()[i]);
        return ArrayImgs.unsignedBytes(bytes, picture.width(), picture.height(), 3);
    }

    /** @param argb (X,Y) of ARGBType; its alpha is not used */
    public static Img<UnsignedByteType> bytes(Img<?> argb) {
        int size = (int) argb.size(), i = 0;
        byte[] bytes = new byte[3 * size];
        for (Object value : Views.flatIterable(argb)) {
            int color = ((ARGBType) value).get();
            bytes[i] = (byte) ARGBType.red(color);
            bytes[size + i] = (byte) ARGBType.green(color);
            bytes[2 * size + i++] = (byte) ARGBType.blue(color);
        }
        return ArrayImgs.unsignedBytes(bytes, argb.dimension(0), argb.dimension(1), 3);
    }

    public static Img<ARGBType> argb(BufferedImage drawing) {
        int width = drawing.getWidth(), height = drawing.getHeight();
        return ArrayImgs.argbs(drawing.getRGB(0, 0, width, height, null, 0, width), width, height);
    }

    public static BufferedImage image(Pixels picture) {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        float[] values = picture.values();
        for (int i = 0; i < values.length; i += 3)
            image.setRGB(
                    i / 3 % picture.width(),
                    i / 3 / picture.width(),
                    grey(values[i]) << 16 | grey(values[i + 1]) << 8 | grey(values[i + 2]));
        return image;
    }

    private static int grey(float value) {
        return Math.min(255, Math.max(0, Math.round(value)));
    }
}
