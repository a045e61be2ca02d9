package io.github.neuralstyle.image;

import java.util.ArrayList;
import java.util.List;
import net.imglib2.Dimensions;
import net.imglib2.RandomAccessibleInterval;

/**
 * What a program that shows images knows of one beside its pixels.
 *
 * @param axes what each dimension stands for
 * @param color whether its three channels are red, green and blue; if not, each is a picture of its own
 * @param position of the plane that is shown, along each axis
 * @param selection (X,Y), of a BooleanType: true inside; null if nothing is selected
 * @param info how it was made; null if nobody knows
 */
public record ImageMetadata(
        String title,
        List<Axis> axes,
        boolean color,
        long[] position,
        RandomAccessibleInterval<?> selection,
        String info) {

    public ImageMetadata {
        axes = List.copyOf(axes);
    }

    /** Nothing is selected. */
    public ImageMetadata(String title, List<Axis> axes, boolean color, String info) {
        this(title, axes, color, new long[axes.size()], null, info);
    }

    /**
     * What is taken for granted of an image of which nobody knows more: (X,Y), (X,Y,3) in colour, (X,Y,3,Z), (X,Y,Z), (X,Y,Z,T),
     * (X,Y,C,Z,T), and further axes of any kind.
     */
    public static ImageMetadata of(String title, Dimensions image) {
        int n = image.numDimensions();
        boolean color = n > 2 && n < 5 && image.dimension(2) == 3;
        List<Axis> axes = new ArrayList<>(List.of(Axis.X, Axis.Y));
        if (color || n > 4) axes.add(Axis.CHANNEL);
        for (Axis axis : List.of(Axis.Z, Axis.TIME)) if (axes.size() < n) axes.add(axis);
        while (axes.size() < n) axes.add(Axis.OTHER);
        return new ImageMetadata(title, axes, color, null);
    }
}
