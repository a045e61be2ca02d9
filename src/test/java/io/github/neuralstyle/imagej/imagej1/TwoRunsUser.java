package io.github.neuralstyle.imagej.imagej1;

import static io.github.neuralstyle.imagej.imagej1.ImageJUser.say;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import java.util.Arrays;

/** Two runs of one command at once, as of two macros, and then one alone. */
public final class TwoRunsUser {

    private static final String OPTIONS = "image=content styleimage=style preset=draft size=64";

    private TwoRunsUser() {}

    public static void main(String[] ignored) {
        ImageJUser.play(TwoRunsUser::use);
    }

    private static void use() throws Exception {
        IJ.createImage("style", "8-bit ramp", 70, 70, 1).show();
        IJ.createImage("content", "RGB ramp", 90, 60, 1).show();
        Thread one = run(), other = run();
        one.join();
        other.join();
        run().join();
        say(
                "TITLES",
                Arrays.stream(WindowManager.getImageTitles())
                        .filter(title -> title.startsWith("content-"))
                        .sorted()
                        .toList());
        say(
                "SAME",
                Arrays.equals(pixels("content-style"), pixels("content-style-2"))
                        && Arrays.equals(pixels("content-style"), pixels("content-style-3")));
    }

    /** The thread's name is what makes ImageJ keep the options of one from the other's. */
    private static Thread run() {
        Thread thread = new Thread(() -> IJ.run("Style Transfer...", OPTIONS), "Run$_styles");
        thread.start();
        return thread;
    }

    private static int[] pixels(String title) {
        ImagePlus image = WindowManager.getImage(title);
        return image == null ? null : (int[]) image.getProcessor().getPixels();
    }
}
