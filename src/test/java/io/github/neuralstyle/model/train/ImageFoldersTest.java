package io.github.neuralstyle.model.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.image.Images;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same pattern with 8 bits, as a 12-bit camera's 16 bits, and as floats. */
class ImageFoldersTest {

    private static final int SIDE = 8;

    @TempDir
    private Path folder;

    private final int[] pattern = new int[SIDE * SIDE];
    private final byte[] expected = new byte[3 * SIDE * SIDE];

    @BeforeEach
    void draw() throws IOException {
        short[] camera = new short[pattern.length];
        float[] floats = new float[pattern.length];
        for (int i = 0; i < pattern.length; i++) {
            pattern[i] = i * 255 / (pattern.length - 1);
            camera[i] = (short) (100 + 15 * pattern[i]);
            floats[i] = pattern[i] / 1000f - 5;
            for (int c = 0; c < 3; c++) expected[3 * i + c] = (byte) pattern[i];
        }
        BufferedImage grey = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_BYTE_GRAY);
        grey.getRaster().setPixels(0, 0, SIDE, SIDE, pattern);
        Files.createDirectory(folder.resolve("a"));
        Files.createDirectory(folder.resolve("b"));
        ImageIO.write(grey, "png", folder.resolve("a/8.png").toFile());
        ImageFiles.writeSamples(ArrayImgs.unsignedShorts(camera, SIDE, SIDE), folder.resolve("a/16.png"));
        ImageFiles.writeSamples(ArrayImgs.unsignedShorts(camera, SIDE, SIDE), folder.resolve("b/16.tif"));
        ImageFiles.writeSamples(ArrayImgs.floats(floats, SIDE, SIDE), folder.resolve("b/32.tif"));
        Files.writeString(folder.resolve("b/notes.txt"), "no image");
    }

    private void assertAllAreThePattern(ImageFolders images) {
        assertEquals(List.of("a", "b"), images.classes());
        assertArrayEquals(new int[] {0, 0, 1, 1}, images.labels());
        for (byte[] pixels : images.pixels()) assertArrayEquals(expected, pixels);
    }

    @Test
    void deepImagesAreStretched() throws IOException {
        assertAllAreThePattern(ImageFolders.read(folder, SIDE));
    }

    @Test
    void alsoThoseInAZipFile() throws IOException {
        Path zip = folder.resolve("images.zip");
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file)) {
            for (String name : new String[] {"a/8.png", "a/16.png", "b/16.tif", "b/32.tif"}) {
                out.putNextEntry(new ZipEntry(name));
                Files.copy(folder.resolve(name), out);
            }
        }
        assertAllAreThePattern(ImageFolders.read(zip, SIDE));
    }

    /** As a style transfer reads them. */
    @Test
    void likeTransfer() throws IOException {
        float[] read = Images.toPixels(ImageFiles.read(folder.resolve("a/16.png")));
        for (int i = 0; i < read.length; i++) assertEquals(read[i], expected[i] & 0xff, 0.5);
    }
}
