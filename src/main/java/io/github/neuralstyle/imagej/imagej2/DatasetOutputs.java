package io.github.neuralstyle.imagej.imagej2;

import ij.ImagePlus;
import ij.ImageStack;
import io.github.neuralstyle.image.DescribedImg;
import io.github.neuralstyle.imagej.imagej1.Annotations;
import io.github.neuralstyle.imagej.imagej1.Macros;
import io.github.neuralstyle.imagej.imagej1.OpenImages;
import io.github.neuralstyle.imagej.imagej1.OpenImages.ChannelColors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.imglib2.img.Img;
import org.scijava.Context;
import org.scijava.convert.ConvertService;
import org.scijava.display.DisplayService;
import org.scijava.thread.ThreadService;

/** The outputs of commands as Datasets, and their windows in the ImageJ 1 that Fiji is made of. */
final class DatasetOutputs {

    private static final String INFO = "Info",
            COLORS = "colors of channels",
            ANNOTATIONS = "annotations",
            CALIBRATION = "calibration";

    private final Context context;
    private final Datasets datasets;

    DatasetOutputs(Context context, Datasets datasets) {
        this.context = context;
        this.datasets = datasets;
    }

    /** @param source of the axes; null for none */
    Img<?> create(DescribedImg<?> output, Object source) {
        Img<?> dataset =
                datasets.create(output, source, uniqueName(output.metadata().title()));
        datasets.properties(dataset).put(INFO, output.metadata().info());
        return dataset;
    }

    private String uniqueName(String name) {
        DisplayService displays = context.service(DisplayService.class);
        String unique = name;
        for (int i = 2; !displays.isUniqueName(unique); i++) unique = name + "-" + i;
        return unique;
    }

    /** Remembers the colours of a source's window for the window of a result. */
    void color(Img<?> dataset, ImagePlus window) {
        datasets.properties(dataset).put(COLORS, new ChannelColors(window));
    }

    /** The same of the overlay and the labels. @param calibration whether also of the calibration, which else has the axes */
    void annotate(Img<?> dataset, ImagePlus window, boolean calibration) {
        Annotations annotations = new Annotations(window);
        Map<String, Object> properties = datasets.properties(dataset);
        properties.put(ANNOTATIONS, annotations);
        if (calibration) properties.put(CALIBRATION, annotations);
    }

    /** Opens the window; it becomes the macro's active image. */
    void show(Object dataset) {
        ImagePlus window = context.service(ConvertService.class).convert(dataset, ImagePlus.class);
        Map<String, Object> properties = datasets.properties(dataset);
        ChannelColors colors = (ChannelColors) properties.remove(COLORS);
        Annotations annotations = (Annotations) properties.remove(ANNOTATIONS);
        ImageStack stack = window.getStack();
        if (stack.isVirtual()) stack = stack.duplicate(); // as the pixels of a view cannot be edited
        for (int i = 1; i <= stack.getSize(); i++) stack.setSliceLabel(null, i); // ImageJ2's numbers
        window.setStack(stack);
        if (annotations != null) annotations.apply(window);
        if (properties.remove(CALIBRATION) instanceof Annotations calibrated) calibrated.calibrate(window);
        OpenImages.show(window, colors, Objects.toString(properties.get(INFO), null));
        Macros.activate(window, callers(context.service(ThreadService.class)));
    }

    /** This thread and those that wait for it, up to that of the macro. */
    static List<Thread> callers(ThreadService threads) {
        List<Thread> callers = new ArrayList<>();
        for (Thread thread = Thread.currentThread();
                thread != null && !callers.contains(thread);
                thread = threads.getParent(thread)) callers.add(thread);
        return callers;
    }
}
