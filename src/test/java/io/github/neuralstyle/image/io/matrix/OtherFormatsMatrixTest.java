package io.github.neuralstyle.image.io.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.image.io.matrix.Truth.Expected;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JPEG, BMP and GIF files, and TIFF files of the compressions that ImageIO writes, against computed pixels. */
class OtherFormatsMatrixTest {

    @TempDir
    private Path folder;

    private int files;

    private static BufferedImage image(int type) {
        BufferedImage image = new BufferedImage(Truth.WIDTH, Truth.HEIGHT, type);
        boolean grey = type == BufferedImage.TYPE_BYTE_GRAY;
        for (int y = 0; y < Truth.HEIGHT; y++)
            for (int x = 0; x < Truth.WIDTH; x++)
                if (grey) image.getRaster().setSample(x, y, 0, (int) Truth.unsigned(x, y, 0, 8));
                else
                    image.setRGB(
                            x,
                            y,
                            0xff000000
                                    | (int) Truth.unsigned(x, y, 0, 8) << 16
                                    | (int) Truth.unsigned(x, y, 1, 8) << 8
                                    | (int) Truth.unsigned(x, y, 2, 8));
        return image;
    }

    private Path write(BufferedImage image, String format, String compression, float quality, boolean progressive)
            throws IOException {
        Path file = folder.resolve("a" + files++ + "." + format);
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        if (compression != null) {
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionType(compression);
            if (quality > 0) param.setCompressionQuality(quality);
        }
        if (progressive) param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return file;
    }

    private static void check(String name, Path file, boolean grey, double tolerance) throws IOException {
        check(name, file, grey ? Truth.grey(Truth.rounded(8)) : Truth.rounded(8), tolerance);
    }

    private static void check(String name, Path file, Expected expected, double tolerance) throws IOException {
        Truth.check(name, ImageFiles.readPixels(file), expected, tolerance);
    }

    /** Of one chroma, of which JPEG keeps every second value only. */
    private static double evenChroma(int x, int y, int c) {
        return Math.round(20 * c + 200 * Truth.at(x, y, 0));
    }

    private static BufferedImage evenChroma() {
        BufferedImage image = new BufferedImage(Truth.WIDTH, Truth.HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < Truth.HEIGHT; y++)
            for (int x = 0; x < Truth.WIDTH; x++)
                for (int c = 0; c < 3; c++) image.getRaster().setSample(x, y, c, evenChroma(x, y, c));
        return image;
    }

    @Test
    void jpeg() throws IOException {
        for (int type : new int[] {BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_BYTE_GRAY})
            for (boolean progressive : new boolean[] {false, true})
                for (float quality : new float[] {0.99f, 1}) {
                    boolean grey = type == BufferedImage.TYPE_BYTE_GRAY;
                    check(
                            "jpeg " + quality + progressive + grey,
                            write(grey ? image(type) : evenChroma(), "jpg", "JPEG", quality, progressive),
                            grey ? Truth.grey(Truth.rounded(8)) : OtherFormatsMatrixTest::evenChroma,
                            2);
                }
        assertEquals(8, files);
    }

    @Test
    void tiffOfOthers() throws IOException {
        for (String compression : new String[] {"LZW", "ZLib", "PackBits", "Deflate"})
            for (int type : new int[] {BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_BYTE_GRAY})
                check(
                        "tiff " + compression + type,
                        write(image(type), "tiff", compression, 0, false),
                        type == BufferedImage.TYPE_BYTE_GRAY,
                        1);
        check("tiff JPEG", write(evenChroma(), "tiff", "JPEG", 1, false), OtherFormatsMatrixTest::evenChroma, 2);
        for (String compression : new String[] {"CCITT RLE", "CCITT T.4", "CCITT T.6"}) {
            BufferedImage binary = new BufferedImage(Truth.WIDTH, Truth.HEIGHT, BufferedImage.TYPE_BYTE_BINARY);
            for (int y = 0; y < Truth.HEIGHT; y++)
                for (int x = 0; x < Truth.WIDTH; x++)
                    binary.getRaster().setSample(x, y, 0, (int) Truth.unsigned(x, y, 0, 1));
            Truth.check(
                    compression,
                    ImageFiles.readPixels(write(binary, "tiff", compression, 0, false)),
                    Truth.grey(Truth.rounded(1)),
                    0);
        }
        assertEquals(12, files);
    }

    @Test
    void gif() throws IOException {
        BufferedImage palette = new BufferedImage(Truth.WIDTH, Truth.HEIGHT, BufferedImage.TYPE_BYTE_INDEXED);
        palette.createGraphics().drawImage(image(BufferedImage.TYPE_3BYTE_BGR), 0, 0, null);
        Expected expected = (x, y, c) -> palette.getRGB(x, y) >> 16 - 8 * c & 0xff;
        for (boolean interlaced : new boolean[] {false, true})
            Truth.check("gif", ImageFiles.readPixels(write(palette, "gif", null, 0, interlaced)), expected, 0);
        byte[] gif = Files.readAllBytes(folder.resolve("a0.gif"));
        ByteBuffer screen = ByteBuffer.wrap(gif).order(ByteOrder.LITTLE_ENDIAN);
        screen.putShort(6, (short) (Truth.WIDTH + 4)).putShort(8, (short) (Truth.HEIGHT + 3));
        int frame = 13 + 3 * 256;
        while (gif[frame] != 0x2c) frame++;
        screen.putShort(frame + 1, (short) 3).putShort(frame + 3, (short) 2);
        Truth.check(
                "a frame on a screen",
                ImageFiles.readPixels(Files.write(folder.resolve("screen.gif"), gif)),
                Truth.WIDTH + 4,
                Truth.HEIGHT + 3,
                (x, y, c) -> x < 3 || y < 2 || x - 3 >= Truth.WIDTH || y - 2 >= Truth.HEIGHT
                        ? 255
                        : expected.at(x - 3, y - 2, c),
                0);
    }

    @Test
    void theFramesLeftOutAreTold() throws IOException {
        Path file = folder.resolve("frames.gif");
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            for (int i = 0; i < 3; i++)
                writer.writeToSequence(new IIOImage(image(BufferedImage.TYPE_BYTE_GRAY), null, null), null);
            writer.endWriteSequence();
        }
        String note = ImageFiles.open(file, 64).notes().get(0);
        assertTrue(note.endsWith("frames.gif has 3 images; only the first is read."), note);
    }

    @Test
    void bmpOfImageIO() throws IOException {
        for (int type : new int[] {BufferedImage.TYPE_3BYTE_BGR, BufferedImage.TYPE_BYTE_GRAY}) {
            boolean grey = type == BufferedImage.TYPE_BYTE_GRAY;
            check("bmp", write(image(type), "bmp", null, 0, false), grey, 0);
            if (grey) check("bmp RLE8", write(image(type), "bmp", "BI_RLE8", 0, false), true, 0);
        }
        assertEquals(3, files);
    }

    /** 16, 24 and 32 bits, by masks or without, from the bottom or from the top. */
    @Test
    void bmpOfAllDepths() throws IOException {
        for (boolean topDown : new boolean[] {false, true}) {
            bmp(24, topDown, null, 8, 8, 8);
            bmp(32, topDown, null, 8, 8, 8);
            bmp(16, topDown, null, 5, 5, 5);
            bmp(16, topDown, new int[] {0xf800, 0x07e0, 0x001f}, 5, 6, 5);
            bmp(32, topDown, new int[] {0xff0000, 0xff00, 0xff}, 8, 8, 8);
            bmp(32, topDown, new int[] {0x3ff00000, 0xffc00, 0x3ff}, 10, 10, 10);
        }
        assertEquals(12, files);
    }

    private void bmp(int bits, boolean topDown, int[] masks, int... depths) throws IOException {
        int rowBytes = (Truth.WIDTH * bits / 8 + 3) / 4 * 4, start = 54 + (masks == null ? 0 : 12);
        ByteBuffer out = ByteBuffer.allocate(start + rowBytes * Truth.HEIGHT).order(ByteOrder.LITTLE_ENDIAN);
        out.put(new byte[] {'B', 'M'})
                .putInt(out.capacity())
                .putInt(0)
                .putInt(start)
                .putInt(40);
        out.putInt(Truth.WIDTH).putInt(topDown ? -Truth.HEIGHT : Truth.HEIGHT).putShort((short) 1);
        out.putShort((short) bits).putInt(masks == null ? 0 : 3).putInt(rowBytes * Truth.HEIGHT);
        out.position(54);
        if (masks != null) for (int mask : masks) out.putInt(mask);
        for (int row = 0; row < Truth.HEIGHT; row++) {
            int y = topDown ? row : Truth.HEIGHT - 1 - row;
            out.position(start + row * rowBytes);
            for (int x = 0; x < Truth.WIDTH; x++) {
                int pixel = 0;
                for (int c = 0; c < 3; c++) pixel = pixel << depths[c] | (int) Truth.unsigned(x, y, c, depths[c]);
                for (int i = 0; i < bits / 8; i++) out.put((byte) (pixel >> 8 * i));
            }
        }
        Path file = Files.write(folder.resolve("b" + files++ + ".bmp"), out.array());
        Truth.check(
                "bmp " + bits + topDown + (masks == null ? "" : Integer.toHexString(masks[0])),
                ImageFiles.readPixels(file),
                (x, y, c) -> Truth.rounded(depths[c]).at(x, y, c),
                1);
    }
}
