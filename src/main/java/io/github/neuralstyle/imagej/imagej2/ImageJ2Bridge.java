package io.github.neuralstyle.imagej.imagej2;

import ij.ImagePlus;
import io.github.neuralstyle.image.Axis;
import io.github.neuralstyle.image.DescribedImg;
import io.github.neuralstyle.image.Images;
import io.github.neuralstyle.imagej.imagej1.ChannelColors;
import io.github.neuralstyle.imagej.imagej1.OpenImages;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import org.scijava.Context;
import org.scijava.Named;
import org.scijava.command.CommandInfo;
import org.scijava.convert.ConvertService;
import org.scijava.display.DisplayService;
import org.scijava.service.Service;

/**
 * ImageJ2's datasets and windows where ImageJ2 is there, plain images where it is not. ImageJ2 is not on Maven Central, so
 * that all calls go by reflection, through its interfaces; ImageJ 1 is, but may be absent at run time.
 */
public final class ImageJ2Bridge {

    private static final String INFO = "Info", COLORS = "colors of channels";

    private final Context context;
    private final Datasets datasets;
    private final LegacyImages legacy;

    public ImageJ2Bridge(Context context) {
        this.context = context;
        Service service = context.getService("net.imagej.DatasetService");
        datasets = service == null ? null : new Datasets(service);
        legacy = datasets == null ? null : LegacyImages.of(context, datasets);
    }

    static boolean isOurs(CommandInfo command) {
        return command.getDelegateClassName().startsWith(ImageJ2Bridge.class.getPackageName() + ".");
    }

    /** Whether an ImageJ macro calls with parameters. */
    boolean hasMacroOptions() {
        String options = legacy == null || !legacy.isMacro() ? null : legacy.macroOptions();
        return options != null && !options.isBlank();
    }

    /** An image's name, or a word for it if it has none. */
    public static String title(Img<?> image) {
        String name = image instanceof Named named
                ? named.getName()
                : image instanceof DescribedImg<?> described
                        ? described.metadata().title()
                        : null;
        return name == null || name.isBlank() ? "image" : name;
    }

    /** The Dataset of the active image, which it has after this; null if there is none, or no ImageJ2. */
    Object active() {
        return legacy == null ? null : legacy.active();
    }

    /**
     * An open image that is not the active one; null if there is none, or no ImageJ2. After this, all have a Dataset, and so are
     * called by their titles where one is to be chosen.
     */
    public Img<?> other() {
        Object active = active();
        if (active == null) return null;
        legacy.register();
        return (Img<?>) datasets.open().stream()
                .filter(image -> image != active)
                .findFirst()
                .orElse(null);
    }

    /** The image with the pixels that its window shows. Of an ImageJ 1 alone the plane that its window shows. */
    public Img<?> current(Img<?> image) {
        if (image instanceof DescribedImg<?> described)
            return described.planeShown().inMemory();
        return legacy == null || !isDataset(image) ? image : legacy.current(image);
    }

    /**
     * The same with all its planes and metadata. Pixels are read when they are used: take a copy of those of a long run by
     * {@link DescribedImg#inMemory}, as a Dataset loses its pixels when it is closed.
     */
    public DescribedImg<?> described(Img<?> image) {
        if (image instanceof DescribedImg<?> described) return described;
        if (!isDataset(image)) return DescribedImg.of(image, DescribedImg.Metadata.of(title(image), image));
        ImagePlus window = legacy == null ? null : legacy.window(image);
        RandomAccessibleInterval<?> selection = window == null ? null : OpenImages.selection(window);
        Img<?> now = current(image);
        List<Axis> axes = datasets.axes(now);
        long[] position = new long[axes.size()];
        for (int d = 0; d < position.length && window != null; d++)
            position[d] = OpenImages.position(window, axes.get(d));
        return DescribedImg.of(
                now, new DescribedImg.Metadata(title(now), axes, datasets.isColor(now), position, selection, null));
    }

    /** What is known of an image at a glance, without its current pixels. */
    public DescribedImg.Metadata glance(Img<?> image) {
        if (image instanceof DescribedImg<?> described) return described.metadata();
        if (!isDataset(image)) return DescribedImg.Metadata.of(title(image), image);
        ImagePlus window = legacy == null ? null : legacy.window(image);
        return new DescribedImg.Metadata(
                title(image),
                datasets.axes(image),
                datasets.isColor(image),
                new long[image.numDimensions()],
                window == null ? null : OpenImages.selection(window),
                null);
    }

    /**
     * The open image of a title.
     *
     * @param role what messages call it
     * @throws IllegalArgumentException if none is open
     */
    public DescribedImg<?> find(String role, String title) {
        DescribedImg<?> found = null;
        if (hasImageJ1()) found = OpenImages.find(title);
        else if (datasets != null)
            found = datasets.open().stream()
                    .map(Img.class::cast)
                    .filter(image -> title(image).equals(title))
                    .findFirst()
                    .<DescribedImg<?>>map(this::described)
                    .orElse(null);
        if (found != null) return found;
        List<String> titles = hasImageJ1()
                ? OpenImages.titles()
                : datasets == null
                        ? List.of()
                        : datasets.open().stream()
                                .map(image -> title((Img<?>) image))
                                .toList();
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
            return legacy != null
                    || datasets == null
                            && Class.forName(
                                            "ij.WindowManager",
                                            false,
                                            getClass().getClassLoader())
                                    != null;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /**
     * The output of a command: a Dataset where there is ImageJ2.
     *
     * @param picture (X,Y), ARGB, (X,Y,3) of bytes, which becomes a colour image unless the source has three separate
     *          channels, or anything of the source's axes
     * @param source whose calibration and other axes it has, and whose title with the suffix
     * @param info told by {@code Image > Show Info}
     */
    public Img<?> output(Img<?> picture, Img<?> source, String suffix, String info) {
        Img<?> shown = datasets != null && picture.getType() instanceof ARGBType && picture.numDimensions() == 2
                ? Images.bytes(picture)
                : picture;
        DescribedImg.Metadata known = DescribedImg.Metadata.of("", shown);
        if (isDataset(source) && datasets.axes(source).size() == shown.numDimensions())
            known = new DescribedImg.Metadata("", datasets.axes(source), datasets.isColor(source), null);
        return described(DescribedImg.of(shown, known), source, suffix, info);
    }

    /** The same of known axes, in the colours and ranges in which the source's channels are shown. */
    public Img<?> outputStack(DescribedImg<?> stack, DescribedImg<?> source, String suffix, String info) {
        Img<?> output = described(stack, source, suffix, info);
        ImagePlus window =
                legacy != null && isDataset(source.original()) ? legacy.window((Img<?>) source.original()) : null;
        if (window != null) datasets.properties(output).put(COLORS, ChannelColors.of(window));
        return output;
    }

    private Img<?> described(DescribedImg<?> picture, Img<?> source, String suffix, String info) {
        String title = title(source) + suffix;
        DescribedImg.Metadata known = picture.metadata();
        DescribedImg<?> output =
                DescribedImg.of(picture, new DescribedImg.Metadata(title, known.axes(), known.color(), info));
        if (datasets == null) return output;
        Object original = source instanceof DescribedImg<?> described ? described.original() : source;
        Img<?> dataset = datasets.create(output, isDataset(original) ? original : null, uniqueName(title));
        datasets.properties(dataset).put(INFO, info);
        return dataset;
    }

    /** A drawing as the output of a command, (X,Y) ARGB: of the source it has nothing but the title. */
    public Img<?> figure(Img<?> drawing, Img<?> source, String suffix, String info) {
        return output(
                drawing, DescribedImg.of(drawing, DescribedImg.Metadata.of(title(source), drawing)), suffix, info);
    }

    private String uniqueName(String name) {
        DisplayService displays = context.service(DisplayService.class);
        String unique = name;
        for (int i = 2; !displays.isUniqueName(unique); i++) unique = name + "-" + i;
        return unique;
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
        ImagePlus window = context.service(ConvertService.class).convert(output, ImagePlus.class);
        Map<String, Object> properties = datasets.properties(output);
        OpenImages.show(
                window, (ChannelColors) properties.remove(COLORS), Objects.toString(properties.get(INFO), null));
        return true;
    }

    private boolean isDataset(Object image) {
        return datasets != null && datasets.isDataset(image);
    }
}
