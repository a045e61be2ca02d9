package io.github.neuralstyle.image.io.matrix;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.image.ImageFiles;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TIFF files of kinds that are not read: the message names the kind. */
class RefusedTiffTest {

    @TempDir
    private Path folder;

    private int files;

    @Test
    void refusedByName() throws IOException {
        refused(
                "complex numbers",
                TiffMatrixTest.tiff(ByteOrder.LITTLE_ENDIAN, 64, 1, 1, TiffMatrixTest.unsigned(8))
                        .tag(339, 6));
        refused(
                "complex numbers",
                TiffMatrixTest.tiff(ByteOrder.LITTLE_ENDIAN, 32, 1, 1, TiffMatrixTest.unsigned(8))
                        .tag(339, 5));
        for (int format : new int[] {1, 2})
            refused(
                    "64-bit integers",
                    TiffMatrixTest.tiff(ByteOrder.BIG_ENDIAN, 64, 1, 1, TiffMatrixTest.unsigned(8))
                            .tag(339, format));
        refused(
                "24-bit floating-point numbers",
                TiffMatrixTest.tiff(ByteOrder.BIG_ENDIAN, 24, 1, 1, TiffMatrixTest.unsigned(8))
                        .tag(339, 3));
        String[] compressions = {
            "50000 Zstandard",
            "50001 WebP",
            "34925 LZMA",
            "34712 JPEG 2000",
            "34887 LERC",
            "34661 JBIG",
            "999 number 999"
        };
        for (String compression : compressions) {
            String[] parts = compression.split(" ", 2);
            TiffWriter tiff = TiffMatrixTest.tiff(ByteOrder.LITTLE_ENDIAN, 8, 2, 3, TiffMatrixTest.unsigned(8));
            tiff.compression = Integer.parseInt(parts[0]);
            refused("the compression " + parts[1], tiff);
        }
        refused(
                "colour filter array",
                TiffMatrixTest.tiff(ByteOrder.LITTLE_ENDIAN, 16, 32803, 1, TiffMatrixTest.unsigned(16)));
        refused("LogLuv", TiffMatrixTest.tiff(ByteOrder.LITTLE_ENDIAN, 16, 32845, 3, TiffMatrixTest.unsigned(16)));
        refused("16-bit CMYK", TiffMatrixTest.tiff(ByteOrder.LITTLE_ENDIAN, 16, 5, 4, TiffMatrixTest.unsigned(16)));
        refused(
                "alpha of 32-bit floating-point samples",
                TiffMatrixTest.tiff(ByteOrder.LITTLE_ENDIAN, 32, 2, 4, TiffMatrixTest.floats(32))
                        .tag(339, 3)
                        .tag(338, 2));
    }

    private void refused(String kind, TiffWriter tiff) throws IOException {
        Path file = tiff.write(folder.resolve("a" + files++ + ".tif"));
        String message = assertThrows(IOException.class, () -> ImageFiles.readPixels(file), kind)
                .getMessage();
        assertTrue(message.contains(kind) && message.contains("not supported"), message);
    }
}
