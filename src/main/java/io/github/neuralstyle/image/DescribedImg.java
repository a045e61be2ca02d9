package io.github.neuralstyle.image;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import net.imglib2.Dimensions;
import net.imglib2.FinalDimensions;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.ImgView;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.Type;
import net.imglib2.util.Util;
import net.imglib2.view.Views;

/** An image with its metadata. Pixels are read when they are used, so that a part of a stack costs no more than that part. */
public final class DescribedImg<T extends Type<T>> extends ImgView<T> {

    /**
     * What a program that shows an image knows of it besides its pixels.
     *
     * @param axes what each dimension stands for
     * @param color whether its three channels are red, green and blue; if not, each is a picture of its own
     * @param position of the plane that is shown, along each axis
     * @param selection (X,Y), of a BooleanType: true inside; null if nothing is selected
     * @param info how it was made; null if that is unknown
     */
    public record Metadata(
            String title,
            List<Axis> axes,
            boolean color,
            long[] position,
            RandomAccessibleInterval<?> selection,
            String info) {

        public Metadata {
            axes = List.copyOf(axes);
        }

        /** Without a selection. */
        public Metadata(String title, List<Axis> axes, boolean color, String info) {
            this(title, axes, color, new long[axes.size()], null, info);
        }

        /**
         * The defaults for images without metadata: (X,Y), (X,Y,3) in colour, (X,Y,3,Z), (X,Y,Z), (X,Y,Z,T), (X,Y,C,Z,T), and
         * further axes of any kind.
         */
        public static Metadata of(String title, Dimensions image) {
            int n = image.numDimensions();
            boolean color = n > 2 && n < 5 && image.dimension(2) == 3;
            List<Axis> axes = new ArrayList<>(List.of(Axis.X, Axis.Y));
            if (color || n > 4) axes.add(Axis.CHANNEL);
            for (Axis axis : List.of(Axis.Z, Axis.TIME)) if (axes.size() < n) axes.add(axis);
            while (axes.size() < n) axes.add(Axis.OTHER);
            return new Metadata(title, axes, color, null);
        }
    }

    private final Metadata metadata;
    private final Object original;

    private DescribedImg(RandomAccessibleInterval<T> image, Metadata metadata, Object original) {
        super(image, Util.getSuitableImgFactory(new FinalDimensions(image), image.getType()));
        this.metadata = metadata;
        this.original = original;
    }

    public static DescribedImg<?> of(RandomAccessibleInterval<?> image, Metadata metadata) {
        return of(image, metadata, image);
    }

    /** @param original what was described first, an image of any library */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public static DescribedImg<?> of(RandomAccessibleInterval<?> image, Metadata metadata, Object original) {
        return new DescribedImg((RandomAccessibleInterval) image, metadata, original);
    }

    /**
     * The image of a file, which is named by that text.
     *
     * @param text an absolute path, or a {@link SampleStyles sample}; for others null is returned
     * @throws IllegalArgumentException if it cannot be read
     */
    public static DescribedImg<?> file(String text) {
        if (!text.startsWith(SampleStyles.PREFIX) && !new File(text).isAbsolute()) return null;
        try {
            Path file = SampleStyles.path(text);
            Img<?> image = Images.argb(ImageFiles.readDrawable(file));
            return of(image, Metadata.of(file.getFileName().toString(), image), text);
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** The image that was described first, of which this may be a part or a copy. */
    public Object original() {
        return original;
    }

    public Metadata metadata() {
        return metadata;
    }

    /** The slice and frame that is shown, with all its channels. */
    public DescribedImg<?> sliceShown() {
        return at(axis -> axis == Axis.X || axis == Axis.Y || axis == Axis.CHANNEL);
    }

    /** The plane that is shown: (X,Y) or, of three channels that are colours, (X,Y,3). */
    public DescribedImg<?> planeShown() {
        return at(axis -> axis == Axis.X || axis == Axis.Y || metadata.color() && axis == Axis.CHANNEL);
    }

    private DescribedImg<?> at(Predicate<Axis> kept) {
        RandomAccessibleInterval<?> part = this;
        List<Axis> axes = new ArrayList<>();
        for (int d = numDimensions() - 1; d >= 0; d--)
            if (kept.test(metadata.axes().get(d))) axes.add(0, metadata.axes().get(d));
            else part = Views.hyperSlice(part, d, min(d) + metadata.position()[d]);
        long[] position = axes.stream()
                .mapToLong(axis -> metadata.position()[metadata.axes().indexOf(axis)])
                .toArray();
        return of(
                part,
                new Metadata(metadata.title(), axes, metadata.color(), position, metadata.selection(), metadata.info()),
                original);
    }

    /**
     * A copy in memory, which stays as it is when the image is changed or closed; its minimum is 0. Each pixel is read once.
     *
     * @throws IllegalArgumentException if the image cannot be read
     */
    public DescribedImg<?> inMemory() {
        Img<T> copy = factory().create(this);
        try {
            LoopBuilder.setImages(Views.zeroMin(this), copy).forEachPixel((from, to) -> to.set(from));
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "The image " + metadata.title() + " cannot be read; it may have been closed: open it again.", e);
        }
        return of(copy, metadata, original);
    }

    /** As a macro names it: by the text that was described first, such as the path of a file, else by its title. */
    @Override
    public String toString() {
        return original instanceof String name ? name : metadata.title();
    }
}
