package io.github.neuralstyle.image.io;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

/** Makes small image files and looks into images. */
public final class TestFiles {

    private TestFiles() {}

    /** An image of the given size with the pixels in reading order. */
    public static BufferedImage image(int type, int width, int... argb) {
        BufferedImage image = new BufferedImage(width, argb.length / width, type);
        image.setRGB(0, 0, width, argb.length / width, argb, 0, width);
        return image;
    }

    public static Path write(BufferedImage image, Path file) throws IOException {
        String name = file.getFileName().toString();
        if (!ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file.toFile()))
            throw new IOException("No writer for " + name);
        return file;
    }

    /** A picture that does not compress to nothing. */
    public static BufferedImage busyImage(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) image.setRGB(x, y, 0x010305 * ((x * x + 31 * y + x * y) % 80));
        }
        return image;
    }

    /** Puts an EXIF segment with an orientation into a JPEG file. */
    public static Path addExif(Path jpeg, int orientation) throws IOException {
        ByteBuffer exif = ByteBuffer.allocate(32);
        exif.put(new byte[] {'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42}).putInt(8);
        exif.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0).putInt(0);
        return addSegment(jpeg, 0xffe1, exif.array());
    }

    /** Puts a segment behind the start of a JPEG file. */
    public static Path addSegment(Path jpeg, int marker, byte[] data) throws IOException {
        byte[] bytes = Files.readAllBytes(jpeg);
        ByteBuffer out = ByteBuffer.allocate(bytes.length + 4 + data.length);
        out.put(bytes, 0, 2)
                .putShort((short) marker)
                .putShort((short) (2 + data.length))
                .put(data);
        out.put(bytes, 2, bytes.length - 2);
        return Files.write(jpeg, out.array());
    }

    /**
     * An uncompressed TIFF file.
     *
     * @param format 1 for unsigned, 2 for signed integers, 3 for floats
     * @param data little-endian, samples of a pixel together
     */
    public static Path tiff(
            Path file,
            int width,
            int height,
            int channels,
            int bits,
            final int format,
            final int orientation,
            final byte[] data)
            throws IOException {
        int[][] entries = {
            {256, width},
            {257, height},
            {258, bits},
            {259, 1},
            {262, channels == 1 ? 1 : 2},
            {273, 8},
            {274, orientation},
            {277, channels},
            {278, height},
            {279, data.length},
            {339, format}
        };
        ByteBuffer out = ByteBuffer.allocate(8 + data.length + 6 + 12 * entries.length + 16)
                .order(ByteOrder.LITTLE_ENDIAN);
        out.put(new byte[] {'I', 'I', 42, 0}).putInt(8 + data.length).put(data);
        int extra = 8 + data.length + 6 + 12 * entries.length;
        out.putShort((short) entries.length);
        for (int[] entry : entries) {
            boolean perChannel = channels == 3 && (entry[0] == 258 || entry[0] == 339);
            out.putShort((short) entry[0]).putShort((short) (perChannel ? 3 : 4));
            out.putInt(perChannel ? 3 : 1);
            out.putInt(perChannel ? extra + (entry[0] == 258 ? 0 : 6) : entry[1]);
        }
        out.putInt(0);
        for (int i = 0; i < 6; i++) out.putShort((short) (i < 3 ? bits : format));
        return Files.write(file, out.array());
    }

    /** Cuts a file to a fraction of its length. */
    public static Path truncate(Path file, double fraction) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return Files.write(file, Arrays.copyOf(bytes, (int) (bytes.length * fraction)));
    }

    /** Red, green and blue at a position. */
    public static float[] rgb(Img<FloatType> image, int x, int y) {
        float[] rgb = new float[3];
        for (int c = 0; c < 3; c++) rgb[c] = image.getAt(x, y, c).get();
        return rgb;
    }
}
