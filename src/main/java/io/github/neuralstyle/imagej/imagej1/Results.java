package io.github.neuralstyle.imagej.imagej1;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.text.TextWindow;
import io.github.neuralstyle.image.DescribedImg;
import io.github.neuralstyle.util.Messages;
import java.awt.GraphicsEnvironment;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/** The outputs of a command, shown as ImageJ 1's images and texts. */
public final class Results {

    private static final int WIDTH = 900, HEIGHT = 420;

    /** Characters in a line of a text window. */
    private static final int LINE = 110;

    /** Titles of images about to be shown, which another run must not take. */
    private static final Set<String> TAKEN = ConcurrentHashMap.newKeySet();

    private Results() {}

    /**
     * Shows each output image, with the source's calibration if it has its shape, and its colours if it has its channels; and
     * each text in a window, which replaces the previous one of this command.
     *
     * @param source null if there is none
     */
    public static void show(Module module, ImagePlus source) {
        for (ModuleItem<?> item : module.getInfo().outputs()) {
            Object output = module.getOutput(item.getName());
            if (output instanceof DescribedImg<?> img) show(img, source);
            else if (output instanceof String text) show(item.getLabel(), text);
        }
    }

    private static void show(DescribedImg<?> img, ImagePlus source) {
        String title = unique(img.metadata().title());
        ImagePlus image = ImagePlusPixels.image(title, img);
        if (source != null && Appearance.isInverted(source) && image.getBitDepth() == source.getBitDepth())
            image = ImagePlusPixels.image(title, DescribedImg.of(Appearance.inverted(img), img.metadata()));
        if (source != null) {
            Annotations annotations = new Annotations(source);
            annotations.calibrate(image);
            annotations.apply(image);
            new OpenImages.ChannelColors(source).apply(image);
        }
        image.setProperty("Info", img.metadata().info());
        image.show();
        TAKEN.remove(title);
    }

    /** Shows a text in a window that macros can read, or in the log if there is no display. */
    public static void show(String title, String text) {
        if (GraphicsEnvironment.isHeadless()) {
            IJ.log(text);
            return;
        }
        if (WindowManager.getFrame(title) instanceof TextWindow old) old.close(false);
        new TextWindow(title, Messages.wrap(text, LINE), WIDTH, HEIGHT);
    }

    private static String unique(String title) {
        String unique = title;
        for (int n = 2; !take(unique); n++) unique = title + "-" + n;
        return unique;
    }

    private static boolean take(String title) {
        if (!TAKEN.add(title)) return false;
        boolean open = Arrays.asList(WindowManager.getImageTitles()).contains(title);
        if (open) TAKEN.remove(title);
        return !open;
    }
}
