package io.github.neuralstyle.imagej.imagej2;

import static io.github.neuralstyle.imagej.imagej2.Datasets.call;
import static io.github.neuralstyle.imagej.imagej2.Datasets.type;

import ij.ImagePlus;
import io.github.neuralstyle.image.Axis;
import io.github.neuralstyle.imagej.imagej1.Appearance;
import io.github.neuralstyle.imagej.imagej1.MacroOptions;
import io.github.neuralstyle.imagej.imagej1.SamePixels;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import net.imglib2.img.Img;
import org.scijava.Context;
import org.scijava.convert.ConvertService;
import org.scijava.display.Display;
import org.scijava.service.Service;

/** ImageJ 1's images in an ImageJ2: each has a Dataset, which ImageJ2 does not always keep up to date. */
final class LegacyImages {

    private static final String LEGACY = "net.imagej.legacy.LegacyService",
            IMAGE_MAP = "net.imagej.legacy.LegacyImageMap";

    /** How often to look for a Dataset that is being made, and the milliseconds between. */
    private static final int TRIES = 500, PAUSE = 20;

    private static final Set<ImagePlus> REFUSED =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

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

    /**
     * An open image: its Dataset; or, of one that ImageJ2 cannot take, as of 8-bit colours or all black after <i>Make Binary</i>,
     * what ImageJ 1 has.
     */
    Img<?> image(ImagePlus window) {
        return register(window) ? made(window) : Appearance.forDataset(window, window);
    }

    /**
     * Gives an image its Dataset; returns false if it cannot have one. ImageJ2 then takes it for one whose Dataset is being
     * made: it gets none from there, also where ImageJ2 itself looks for it later, which else would fail.
     */
    boolean register(ImagePlus window) {
        if (REFUSED.remove(window)) map("unregisterLegacyImage", window, false); // as its type may have changed
        try {
            map("registerLegacyImage", window);
            return true;
        } catch (RuntimeException e) {
            REFUSED.add(window);
            return false;
        }
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
     * The Dataset as its window is now: itself, or a new {@link #image} if ImageJ 1's Crop, Size, change of type or the like left it with
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
            return image(window);
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
