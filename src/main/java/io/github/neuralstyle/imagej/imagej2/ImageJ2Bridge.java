package io.github.neuralstyle.imagej.imagej2;

import ij.ImagePlus;
import io.github.neuralstyle.image.Axis;
import io.github.neuralstyle.image.DescribedImg;
import io.github.neuralstyle.image.DescribedImg.Metadata;
import io.github.neuralstyle.image.Images;
import io.github.neuralstyle.imagej.imagej1.Appearance;
import io.github.neuralstyle.imagej.imagej1.ImagePlusPixels;
import io.github.neuralstyle.imagej.imagej1.OpenImages;
import java.util.List;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import org.scijava.Context;
import org.scijava.Named;
import org.scijava.service.Service;

/**
 * ImageJ2's datasets and windows where ImageJ2 is present, plain images elsewhere. ImageJ2 is not on Maven Central, so that
 * all calls go by reflection, through its interfaces; ImageJ 1 is, but may be absent at run time. Not a SciJava service, as
 * those are loaded before an old Java is noticed.
 */
public final class ImageJ2Bridge {

    private final Context context;
    private final Datasets datasets;
    private final LegacyImages legacy;
    private final DatasetOutputs outputs;

    public ImageJ2Bridge(Context context) {
        this.context = context;
        Service service = context.getService("net.imagej.DatasetService");
        datasets = service == null ? null : new Datasets(service);
        legacy = datasets == null ? null : LegacyImages.of(context, datasets);
        outputs = datasets == null ? null : new DatasetOutputs(context, datasets);
    }

    /** Null if there is no ImageJ 1 in an ImageJ2. */
    LegacyImages legacy() {
        return legacy;
    }

    /** An image's name, or "image" if it has none. */
    public static String title(Img<?> image) {
        String name = image instanceof Named named
                ? named.getName()
                : image instanceof DescribedImg<?> described
                        ? described.metadata().title()
                        : null;
        return name == null || name.isBlank() ? "image" : name;
    }

    /** Whether it is known that no image is open. */
    boolean isNoneOpen() {
        return hasImageJ1()
                ? OpenImages.titles().isEmpty()
                : datasets != null && datasets.open().isEmpty();
    }

    /** The image with the pixels that its window shows. Of an ImageJ 1 alone the plane that its window shows. */
    public Img<?> current(Img<?> image) {
        if (image instanceof DescribedImg<?> described)
            return described.planeShown().inMemory();
        if (legacy == null || !isDataset(image)) return image;
        ImagePlus window = window(image);
        Img<?> now = legacy.current(image, false);
        if (now instanceof DescribedImg<?> described)
            return described.planeShown().inMemory();
        return Appearance.isMapped(window)
                ? Appearance.forDataset(window, now).planeShown().inMemory()
                : now;
    }

    /** The plane of an image that its window shows, in the colours that it shows. */
    public DescribedImg<?> shown(Img<?> image) {
        ImagePlus window = windowOrImage(image);
        return window == null ? described(image, true).planeShown() : Appearance.shown(window);
    }

    /** An image as the numbers that it stores, whatever their colours. */
    public DescribedImg<?> labels(Img<?> image) {
        ImagePlus window = windowOrImage(image);
        return window == null ? described(image, false) : ImagePlusPixels.stored(window);
    }

    private ImagePlus windowOrImage(Img<?> image) {
        return window(image instanceof DescribedImg<?> described ? described.original() : image);
    }

    /**
     * An image with its metadata. Pixels are read when they are used: a long run takes a copy of those it needs, by
     * {@link DescribedImg#inMemory}, as a Dataset loses its pixels when it is closed.
     *
     * @param shownOnly whether only the slice that is shown will be used
     */
    public DescribedImg<?> described(Img<?> image, boolean shownOnly) {
        if (image instanceof DescribedImg<?> described) return described;
        ImagePlus window = window(image);
        Img<?> now = window == null ? image : legacy.current(image, shownOnly);
        if (now instanceof DescribedImg<?> described) return described;
        return Appearance.isMapped(window)
                ? Appearance.forDataset(window, now)
                : DescribedImg.of(now, metadata(now, window));
    }

    /** The metadata alone, of an image that may have changed since it was given. */
    public Metadata metadata(Img<?> image) {
        return image instanceof DescribedImg<?> described ? described.metadata() : metadata(image, window(image));
    }

    private Metadata metadata(Img<?> image, ImagePlus window) {
        if (!isDataset(image)) return Metadata.of(title(image), image);
        List<Axis> axes = datasets.axes(image);
        long[] position = axes.stream()
                .mapToLong(axis -> window == null ? 0 : OpenImages.position(window, axis))
                .toArray();
        RandomAccessibleInterval<?> selection = window == null ? null : OpenImages.selection(window);
        return new Metadata(title(image), axes, datasets.isColor(image), position, selection, null);
    }

    /** ImageJ 1's image of a Dataset, or itself; null for other images. */
    private ImagePlus window(Object image) {
        if (hasImageJ1() && image instanceof ImagePlus window) return window;
        return legacy == null || !isDataset(image) ? null : legacy.window((Img<?>) image);
    }

    /**
     * The open image of a title, or the image of a file.
     *
     * @param role its name in messages
     * @param title or a text of {@link DescribedImg#file}
     * @throws IllegalArgumentException if none is open
     */
    public DescribedImg<?> find(String role, String title) {
        DescribedImg<?> found = null;
        List<String> titles = List.of();
        if (hasImageJ1()) {
            found = OpenImages.find(title);
            titles = OpenImages.titles();
        } else if (datasets != null) {
            List<Img<?>> open =
                    datasets.open().stream().<Img<?>>map(Img.class::cast).toList();
            titles = open.stream().map(ImageJ2Bridge::title).toList();
            if (titles.contains(title)) found = described(open.get(titles.indexOf(title)), true);
        }
        if (found == null) found = DescribedImg.file(title);
        if (found != null) return found;
        throw new IllegalArgumentException(role + " is " + title + ", which is not open; "
                + (titles.isEmpty() ? "no image is open." : "open are " + String.join(", ", titles) + "."));
    }

    /** The list of the ROI Manager. @throws IllegalArgumentException if it is empty or cannot be used */
    public OpenImages.Labels managedRois(int width, int height) {
        if (!hasImageJ1())
            throw new IllegalArgumentException("There is no ROI Manager here; choose another kind of regions.");
        return OpenImages.managedRois(width, height);
    }

    private boolean hasImageJ1() {
        try {
            if (legacy != null) return true;
            if (datasets == null)
                Class.forName("ij.WindowManager", false, getClass().getClassLoader());
            return datasets == null;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /**
     * The output of a command: a Dataset where there is ImageJ2.
     *
     * @param picture (X,Y), ARGB, (X,Y,3) of bytes, which becomes a colour image unless the source has three separate
     *          channels, or an image with the source's axes
     * @param source of the calibration, of the other axes, and of the title, to which the suffix is added
     * @param info shown by {@code Image > Show Info}
     */
    public Img<?> output(Img<?> picture, Img<?> source, String suffix, String info) {
        Img<?> shown = datasets != null && picture.getType() instanceof ARGBType && picture.numDimensions() == 2
                ? Images.bytes(picture)
                : picture;
        boolean sameAxes = isDataset(source) && datasets.axes(source).size() == shown.numDimensions();
        Metadata known = sameAxes
                ? new Metadata("", datasets.axes(source), datasets.isColor(source), null)
                : Metadata.of("", shown);
        return output(shown, known.axes(), known.color(), source, suffix, info);
    }

    /** The same of known axes, in the colours and ranges in which the source's channels are shown. */
    public Img<?> outputStack(
            Img<?> stack, List<Axis> axes, boolean color, DescribedImg<?> source, String suffix, String info) {
        ImagePlus window = datasets == null ? null : window(source.original());
        boolean inverted = window != null && !color && Appearance.isInverted(window);
        Img<?> pixels = inverted
                ? DescribedImg.of(Appearance.inverted(stack), source.metadata()).inMemory()
                : stack;
        Img<?> output = output(pixels, axes, color, source, suffix, info);
        if (window != null) outputs.color(output, window);
        return output;
    }

    /** A drawing as the output of a command, (X,Y) ARGB; the source gives nothing but the title. */
    public Img<?> figure(Img<?> drawing, Img<?> source, String suffix, String info) {
        return output(drawing, DescribedImg.of(drawing, Metadata.of(title(source), drawing)), suffix, info);
    }

    private Img<?> output(Img<?> pixels, List<Axis> axes, boolean color, Img<?> source, String suffix, String info) {
        String title = title(source) + suffix;
        DescribedImg<?> output = DescribedImg.of(pixels, new Metadata(title, axes, color, info));
        if (datasets == null) return output;
        Object original = source instanceof DescribedImg<?> described ? described.original() : source;
        boolean known = isDataset(original);
        Img<?> dataset = outputs.create(output, known ? original : null);
        ImagePlus window = window(original);
        if (window != null) outputs.annotate(dataset, window, !known);
        return dataset;
    }

    /**
     * Opens an output's window, with its info, in the ImageJ that Fiji is made of. Without a display it becomes an image that
     * a macro can select, but is shown to no other caller.
     *
     * @return false if it is left to others to show it
     */
    boolean show(Object output, boolean headless) {
        if (legacy == null || !isDataset(output)) return false;
        if (headless && !legacy.isMacro()) return false;
        outputs.show(output);
        return true;
    }

    private boolean isDataset(Object image) {
        return datasets != null && datasets.isDataset(image);
    }
}
