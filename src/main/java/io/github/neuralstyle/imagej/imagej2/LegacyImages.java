package io.github.neuralstyle.imagej.imagej2;

import static io.github.neuralstyle.imagej.imagej2.Datasets.call;
import static io.github.neuralstyle.imagej.imagej2.Datasets.type;

import ij.ImagePlus;
import io.github.neuralstyle.image.Axis;
import io.github.neuralstyle.imagej.imagej1.MacroOptions;
import io.github.neuralstyle.imagej.imagej1.OpenImages;
import io.github.neuralstyle.imagej.imagej1.SamePixels;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import net.imglib2.img.Img;
import org.scijava.Context;
import org.scijava.convert.ConvertService;
import org.scijava.display.Display;
import org.scijava.service.Service;

/** ImageJ 1's images in an ImageJ2: each has a Dataset, which ImageJ2 does not always keep up to date. */
final class LegacyImages {

    private static final String LEGACY = "net.imagej.legacy.LegacyService",
            IMAGE_MAP = "net.imagej.legacy.LegacyImageMap",
            DISPLAYS = "net.imagej.display.ImageDisplayService";

    /** How often to look for a Dataset that is being made, and the milliseconds between. */
    private static final int TRIES = 500, PAUSE = 20;

    private final Context context;
    private final Service legacy;
    private final Datasets datasets;

    private LegacyImages(Context context, Service legacy, Datasets datasets) {
        this.context = context;
        this.legacy = legacy;
        this.datasets = datasets;
    }

    /** Null if there is no ImageJ 1 in this ImageJ2. */
    static LegacyImages of(Context context, Datasets datasets) {
        Service found = context.getService(LEGACY);
        return found != null && (boolean) call(found, type(found, LEGACY), "isActive")
                ? new LegacyImages(context, found, datasets)
                : null;
    }

    boolean isMacro() {
        return (boolean) call(null, type(legacy, "ij.IJ"), "isMacro");
    }

    /** Whether an ImageJ macro calls with parameters. */
    boolean hasMacroOptions() {
        String options = isMacro() ? (String) call(null, type(legacy, "ij.Macro"), "getOptions") : null;
        return options != null && !options.isBlank();
    }

    /** The parameters of the ImageJ macro that calls. @throws IllegalArgumentException if they cannot be read */
    Map<String, String> macroOptions() {
        return MacroOptions.parse((String) call(null, type(legacy, "ij.Macro"), "getOptions"));
    }

    /** The Dataset of an open image. @throws IllegalArgumentException if it cannot have one */
    Img<?> dataset(ImagePlus window) {
        register(window);
        return made(window);
    }

    private void register(ImagePlus window) {
        try {
            map("registerLegacyImage", window);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "The image " + window.getTitle() + " cannot be taken, as ImageJ2 does not know images of its type ("
                            + e.getMessage() + "); convert it by Image > Type > RGB Color.",
                    e);
        }
    }

    /** The Dataset of the active image; null if there is none. @throws IllegalArgumentException if it cannot have one */
    Object active() {
        ImagePlus window = OpenImages.active();
        if (window != null) register(window);
        Service displays = context.getService(DISPLAYS);
        return call(displays, type(displays, DISPLAYS), "getActiveDataset");
    }

    /** ImageJ 1's image of a Dataset; null if nothing shows it. */
    ImagePlus window(Img<?> dataset) {
        return window(display(dataset));
    }

    private ImagePlus window(Display<?> display) {
        return display == null ? null : (ImagePlus) map("lookupImagePlus", display);
    }

    private Display<?> display(Img<?> dataset) {
        for (Object display : List.copyOf((Collection<?>) map("getImageDisplays")))
            if (((Display<?>) display).isDisplaying(dataset)) return (Display<?>) display;
        return null;
    }

    /**
     * The Dataset as its window is now: itself, or a new one if ImageJ 1's Crop, Size, change of type or the like left it with
     * the old pixels, title or calibration. Only then, as ImageJ2 scans all pixels of a new one while the user waits.
     *
     * @param shownOnly whether only the shown slice will be used
     */
    Img<?> current(Img<?> dataset, boolean shownOnly) {
        synchronized (LegacyImages.class) {
            Display<?> display = display(dataset);
            ImagePlus window = window(display);
            if (window == null || isCurrent(dataset, window, shownOnly)) return dataset;
            map("unregisterLegacyImage", window, false);
            display.close();
            return made(window);
        }
    }

    private boolean isCurrent(Img<?> dataset, ImagePlus window, boolean shownOnly) {
        List<Axis> axes = datasets.axes(dataset);
        for (int d = 0; d < axes.size(); d++)
            if (!datasets.scale(dataset, d).equals(SamePixels.AxisScale.of(window, axes.get(d)))) return false;
        return ImageJ2Bridge.title(dataset).equals(window.getTitle())
                && SamePixels.test(dataset, axes, window, shownOnly);
    }

    /** Waits while another thread is making the Dataset, as for an icon. */
    private Img<?> made(ImagePlus window) {
        ConvertService converter = context.service(ConvertService.class);
        try {
            for (int i = 0; i < TRIES; i++) {
                Object dataset = converter.convert(window, datasets.datasetType());
                if (dataset != null) return (Img<?>) dataset;
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalArgumentException("ImageJ is busy with the window of " + window + "; run the command again.");
    }

    private Object map(String method, Object... arguments) {
        return call(call(legacy, type(legacy, LEGACY), "getImageMap"), type(legacy, IMAGE_MAP), method, arguments);
    }
}
