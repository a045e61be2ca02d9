package io.github.neuralstyle.texture;

import io.github.neuralstyle.finish.Place;
import java.util.List;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.type.Type;

/**
 * Which pixel of the examples each pixel of a texture is a copy of.
 *
 * @param places (height, width), see {@link Place}; {@link #NONE} for a pixel that stays as it is
 */
public record TextureMap(int width, int height, int[] places) {

    public static final int NONE = -1;

    /**
     * Copies the values of the examples, whatever their type.
     *
     * @param examples (X,Y) or (X,Y,C), with their minimum at 0, all of one type and number of channels
     * @param to of the size of the texture, of the same type and channels
     */
    public <T extends Type<T>> void copy(
            List<? extends RandomAccessibleInterval<T>> examples, RandomAccessibleInterval<T> to) {
        List<? extends RandomAccess<T>> from =
                examples.stream().map(RandomAccessibleInterval::randomAccess).toList();
        RandomAccess<T> target = to.randomAccess();
        long channels = to.numDimensions() > 2 ? to.dimension(2) : 1;
        for (int c = 0; c < channels; c++)
            for (int y = 0, i = 0; y < height; y++)
                for (int x = 0; x < width; x++, i++) {
                    if (places[i] == NONE) continue;
                    RandomAccess<T> source = from.get(Place.source(places[i]));
                    source.setPosition(Place.x(places[i]), 0);
                    source.setPosition(Place.y(places[i]), 1);
                    target.setPosition(x, 0);
                    target.setPosition(y, 1);
                    if (to.numDimensions() > 2) {
                        source.setPosition(c, 2);
                        target.setPosition(c, 2);
                    }
                    target.get().set(source.get());
                }
    }
}
