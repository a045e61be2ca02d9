package io.github.neuralstyle;

import io.github.neuralstyle.StackOptions.Start;
import io.github.neuralstyle.image.Axis;
import java.util.List;
import net.imglib2.Dimensions;

/**
 * How many pictures an image's planes make.
 *
 * @param all of all regions
 * @param independent those that do not continue a previous one
 */
public record PictureCount(int all, int independent) {

    /**
     * Counts them.
     *
     * @param axes what each dimension stands for
     * @param color whether the channels make one picture, not one each
     * @throws ArithmeticException if there are more than an int can hold
     */
    public static PictureCount of(Dimensions image, List<Axis> axes, boolean color, int regions, Start start) {
        long all = regions, independent = regions;
        for (int d = 0; d < axes.size(); d++) {
            Axis axis = axes.get(d);
            if (axis == Axis.X || axis == Axis.Y || color && axis == Axis.CHANNEL) continue;
            all = Math.multiplyExact(all, image.dimension(d));
            if (start == Start.INDEPENDENT || axis != Axis.Z && axis != Axis.TIME) independent *= image.dimension(d);
        }
        return new PictureCount(Math.toIntExact(all), Math.toIntExact(independent));
    }
}
