package io.github.neuralstyle.finish;

/**
 * What an image shows at each place of a coarse grid that covers it, as a few components of a network's features:
 * added to the distance between patches, it keeps sky with sky. The picture's guide and that of every style must have
 * the same channels. A channel counts like a colour channel of the same contrast: the squared difference between
 * guides is multiplied by the number of a patch's pixels.
 *
 * @param values (height, width, channels), in grey levels; scale them to say how much the guide counts
 */
public record Guide(int width, int height, int channels, float[] values) {

    /** @throws IllegalArgumentException if the values are not of that shape or one of them is not finite */
    public Guide {
        if (width < 1 || height < 1 || channels < 1 || values.length != (long) width * height * channels)
            throw new IllegalArgumentException(values.length + " values are not those of a guide of " + width + "x"
                    + height + "x" + channels + ".");
        for (float value : values)
            if (!Float.isFinite(value))
                throw new IllegalArgumentException("A guide has the value " + value + "; all values must be finite.");
    }

    /** Where the values of the place nearest to a pixel of the whole image start, at a size of the image. */
    int at(int x, int y, int imageWidth, int imageHeight) {
        int across = (int) ((2L * x + 1) * width / (2L * imageWidth)),
                down = (int) ((2L * y + 1) * height / (2L * imageHeight));
        return channels * (down * width + across);
    }

    /** The squared distance between a place of this guide and one of another. */
    float distance(int at, Guide other, int otherAt) {
        float sum = 0;
        for (int c = 0; c < channels; c++) {
            float difference = values[at + c] - other.values[otherAt + c];
            sum += difference * difference;
        }
        return sum;
    }
}
