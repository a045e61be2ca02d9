package io.github.neuralstyle.testimages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/**
 * Draws the test images: {@code mvn -q test-compile exec:java -Dexec.classpathScope=test
 * -Dexec.mainClass=io.github.neuralstyle.testimages.DrawTestImages -Dexec.args=FOLDER}.
 * <p>
 * Every pixel comes from a seeded {@link Random}, {@link StrictMath} and plain arithmetic, which Java 17 and later
 * define to the last bit; Java2D and fonts take no part. The pixels, and the bytes of the TIFF files, are thus the same
 * on every run and platform. Only the packed bytes of a PNG file may vary, with the zlib of the JDK.
 */
public class DrawTestImages {

    public static void main(String... args) throws IOException {
        Path folder = Path.of(args.length > 0 ? args[0] : "test-images");
        Files.createDirectories(folder);
        new Skyline().draw().save(folder.resolve("skyline.png"));
        new InkWash().draw().save(folder.resolve("ink-wash.png"));
        new BrushStrokes().draw().save(folder.resolve("brush-strokes.png"));
        Micrographs.nuclei(folder.resolve("nuclei-16bit.tif"));
        Micrographs.hyperstack(folder.resolve("hyperstack.tif"));
    }
}
