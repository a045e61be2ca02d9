package io.github.neuralstyle.testimages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * Draws the test images: {@code mvn -q test-compile exec:java -Dexec.classpathScope=test
 * -Dexec.mainClass=io.github.neuralstyle.testimages.DrawTestImages -Dexec.args=FOLDER}.
 * <p>
 * Every pixel comes from a seeded {@link Random}, {@link StrictMath} and plain arithmetic, which Java 17 and later
 * define to the last bit; Java2D and fonts take no part. The pixels, and the bytes of the TIFF files, are thus the same
 * on every run and platform. Only the packed bytes of PNG and JPEG files may vary, with the libraries of the JDK.
 */
public class DrawTestImages {

    /** The large pictures by file name, drawn with a number of samples a unit: 4 for the committed ones. */
    static final Map<String, IntFunction<Canvas>> LARGE = new LinkedHashMap<>();

    static {
        LARGE.put("portrait.jpg", samples -> new Portrait(samples).draw());
        LARGE.put("harbor.jpg", samples -> new Harbor(samples).draw());
        LARGE.put("styles/watercolor.jpg", samples -> new Watercolor(samples).draw());
        LARGE.put("styles/mosaic.jpg", samples -> new Mosaic(samples).draw());
        LARGE.put("styles/woodcut.jpg", samples -> new Woodcut(samples).draw());
        LARGE.put("styles/ink-landscape.jpg", samples -> new InkLandscape(samples).draw());
        LARGE.put("styles/oil-night.jpg", samples -> new OilNight(samples).draw());
    }

    public static void main(String... args) throws IOException {
        Path folder = Path.of(args.length > 0 ? args[0] : "test-images");
        small(folder);
        for (var picture : LARGE.entrySet()) picture.getValue().apply(4).save(folder.resolve(picture.getKey()));
    }

    static void small(Path folder) throws IOException {
        Files.createDirectories(folder);
        new Skyline().draw().save(folder.resolve("skyline.png"));
        new InkWash().draw().save(folder.resolve("ink-wash.png"));
        new BrushStrokes().draw().save(folder.resolve("brush-strokes.png"));
        new Tissue(512, 1).draw(Tissue.HAEMATOXYLIN, Tissue.EOSIN, 1).save(folder.resolve("tissue-a.png"));
        new Tissue(512, 2).draw(Tissue.VIOLET, Tissue.PINK, .7).save(folder.resolve("tissue-b.png"));
        Micrographs.nuclei(folder.resolve("nuclei-16bit.tif"));
        LabelledNuclei.trainingSet(folder.resolve("training-set"));
        Micrographs.hyperstack(folder.resolve("hyperstack.tif"));
    }
}
