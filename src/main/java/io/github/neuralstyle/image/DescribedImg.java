package io.github.neuralstyle.image;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.ImgView;
import net.imglib2.type.Type;
import net.imglib2.util.Util;
import net.imglib2.view.Views;

/** An image with its description. */
public final class DescribedImg<T extends Type<T>> extends ImgView<T> {

    private final ImageMetadata description;
    private final Object original;

    private DescribedImg(RandomAccessibleInterval<T> image, ImageMetadata description, Object original) {
        super(image, Util.getSuitableImgFactory(image, image.getType()));
        this.description = description;
        this.original = original;
    }

    public static DescribedImg<?> of(RandomAccessibleInterval<?> image, ImageMetadata description) {
        return copyOf(image, image, description);
    }

    /** The copy of an image, which may be one of a program's own kind. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public static DescribedImg<?> copyOf(Object original, RandomAccessibleInterval<?> copy, ImageMetadata description) {
        return new DescribedImg((RandomAccessibleInterval) copy, description, original);
    }

    /** What it is a copy of; else the image itself. */
    public Object original() {
        return original;
    }

    public ImageMetadata description() {
        return description;
    }

    /** The slice and frame that is shown, with all its channels. */
    public DescribedImg<?> current() {
        return at(axis -> axis == Axis.X || axis == Axis.Y || axis == Axis.CHANNEL);
    }

    /** The plane that is shown: (X,Y) or, of three channels that are colours, (X,Y,3). */
    public DescribedImg<?> plane() {
        return at(axis -> axis == Axis.X || axis == Axis.Y || description.color() && axis == Axis.CHANNEL);
    }

    private DescribedImg<?> at(Predicate<Axis> kept) {
        RandomAccessibleInterval<?> part = this;
        List<Axis> axes = new ArrayList<>();
        for (int d = numDimensions() - 1; d >= 0; d--)
            if (kept.test(description.axes().get(d)))
                axes.add(0, description.axes().get(d));
            else part = Views.hyperSlice(part, d, min(d) + description.position()[d]);
        long[] position = new long[axes.size()];
        for (int d = 0; d < position.length; d++)
            position[d] = description.position()[description.axes().indexOf(axes.get(d))];
        return of(
                part,
                new ImageMetadata(
                        description.title(),
                        axes,
                        description.color(),
                        position,
                        description.selection(),
                        description.info()));
    }
}
