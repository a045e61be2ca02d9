package io.github.neuralstyle.imagej.imagej1;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.TestPictures;
import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.image.Images;
import io.github.neuralstyle.image.Pixels;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ImageJ 1.54p with its menu, dialogs and recorder, in windows of Xvfb or of the display. */
class DialogIT {

    @TempDir
    Path home;

    @Test
    void dialogRecorderEscapeAndErrors() throws Exception {
        try (Screen screen = Screen.open()) {
            String told = new ImageJProcess(home, screen.display()).drive(DialogUser.class);
            assertTrue(told.contains("NO IMAGE: No image is open; open the images first."), told);
            assertTrue(told.contains("b.png has no selection to fill; select what is to be filled."), told);
            assertTrue(
                    told.contains(
                            "run(\"Style Transfer...\", \"image=[a b.png] styleimage=b.png preset=draft strength=0.5 size=64 "
                                    + "steps=0 stylescale=1 morestyles= styleweights= finish= finishrotations=false networksize=0 color=style init=content losses= seed=0 "
                                    + "model=compact-vgg precision=auto state= slices=continued range=minmax joint=false colors=content regions=selection regionstyles= feather=0 liveview=true\");"),
                    told);
            assertTrue(told.contains("REPLAYED: true"), told);
            assertTrue(told.contains("UNTOUCHED: true"), told);
            assertTrue(told.matches("(?s).*STATUS: Style transfer: .* pixels, step .* left.*"), told);
            assertTrue(told.contains("STOPPED: "), told);
        }
    }

    @Test
    void modelsAndHelp() throws Exception {
        try (Screen screen = Screen.open()) {
            String told = new ImageJProcess(home, screen.display()).drive(ModelsUser.class);
            assertTrue(told.contains("keras: Weights by K. Simonyan and A. Zisserman, Visual Geometry Group,"), told);
            assertTrue(told.matches("(?s).*PAGES: \\d{4,}.*"), told);
            assertTrue(told.contains("LIST: compact-vgg (comes with this program)"), told);
            assertTrue(
                    told.contains("HELP: Neural Style for Fiji ") && told.contains("In publications, please cite"),
                    told);
            assertTrue(
                    told.contains(
                            "run(\"Models...\", \"action=information name= source=recognised pooling=average from=keras "
                                    + "consent=false\");\nrun(\"Help and Citation\");"),
                    told);
            assertTrue(told.matches("(?s).*TABLE: layer .*block1_conv1.*"), told);
            assertTrue(told.contains("WINDOWS: 1"), told);
        }
    }

    @Test
    void quittingEndsARun() throws Exception {
        try (Screen screen = Screen.open()) {
            String told = new ImageJProcess(home, screen.display()).drive(QuittingUser.class);
            assertTrue(told.contains("QUITS: true") && !told.contains("Exception"), told);
        }
    }

    @Test
    void twoRunsAtOnce() throws Exception {
        try (Screen screen = Screen.open()) {
            String told = new ImageJProcess(home, screen.display()).drive(TwoRunsUser.class);
            assertTrue(told.contains("TITLES: [content-style, content-style-2, content-style-3]"), told);
            assertTrue(told.contains("SAME: true"), told);
        }
    }

    @Test
    void exampleMacroMakesAPicture() throws Exception {
        Path folder = Files.createDirectory(home.resolve("a b 风格"));
        Path content = waves(folder.resolve("内容 1.png"), 90, 60, 1),
                style = waves(folder.resolve("style.png"), 70, 70, 2);
        Path result = folder.resolve("result.png");
        try (Screen screen = Screen.open()) {
            String macro = Files.readString(
                    Path.of("plugins-resources", "script_templates", "Neural_Style", "Style_Transfer.ijm"));
            new ImageJProcess(home, screen.display()).batch(macro, content + "|" + style + "|" + result);
            assertArrayEquals(new long[] {128, 85, 3}, ImageFiles.read(result).dimensionsAsLongArray());
        }
    }

    private static Path waves(Path file, int width, int height, long seed) throws Exception {
        Pixels pixels = TestPictures.waves(width, height, seed);
        ImageFiles.write(Images.fromPixels(pixels.values(), width, height), file);
        return file;
    }
}
