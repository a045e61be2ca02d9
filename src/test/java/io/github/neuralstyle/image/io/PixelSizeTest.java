package io.github.neuralstyle.image.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.image.Pixels;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sizes of pixels in files. */
class PixelSizeTest {

    @TempDir
    private Path folder;

    private PixelSize written(String name, PixelSize size) throws IOException {
        Path file = folder.resolve(name);
        ImageFiles.write(new Pixels(64, 32, new float[64 * 32 * 3]), file, new ImageNotes(size, "{}"));
        DecodedImage<Pixels> read = ImageFiles.open(file, 64);
        assertEquals(64, read.image().width());
        if (!name.endsWith("bmp")) assertEquals("{}", ImageDecoder.text(file));
        return read.pixelSize();
    }

    @ParameterizedTest
    @CsvSource({
        "a.png, 300, inch, inch, 1",
        "a.png, 4, um, cm, 1e-4",
        "a.jpg, 300, inch, inch, 1",
        "a.jpg, 118, cm, cm, 1",
        "a.jpg, 2, um, cm, 1e-4",
        "a.tif, 300, inch, inch, 1",
        "a.tif, 118.11, cm, cm, 1",
        "a.tif, 4, um, um, 1",
        "a.tif, 0.001, \u00b5m, \u00b5m, 1",
        "a.tif, 7.25, pixel, pixel, 1"
    })
    void areKept(String name, double perUnit, String unit, String readUnit, double factor) throws IOException {
        PixelSize read = written(name, new PixelSize(1 / perUnit, 0.5 / perUnit, unit));
        assertEquals(readUnit, read.unit());
        assertEquals(factor / perUnit, read.width(), 1e-4 * factor / perUnit);
        assertEquals(factor / perUnit / 2, read.height(), 1e-4 * factor / perUnit);
    }

    @Test
    void areAbsentWhereTheyCannotBeWritten() throws IOException {
        assertNull(written("a.bmp", new PixelSize(1, 1, PixelSize.INCH)));
        assertNull(written("a.jpg", new PixelSize(1, 1, "nm")));
        assertNull(written("a.png", new PixelSize(1, 1, "furlong")));
        assertNull(written("a.tif", null));
    }

    @Test
    void areScaled() {
        assertEquals(new PixelSize(0.5, 1, "um"), new PixelSize(0.25, 0.25, "um").scaled(0.5, 0.25));
    }
}
