package io.github.neuralstyle.texture;

import io.github.neuralstyle.image.Resampling;

/**
 * An example at the size of one level.
 *
 * @param rgb (height, width, 3), 0..255
 * @param centres (height, width), the label of each pixel on which a patch can be centred; 0 for the others
 * @param counts (labels), how many centres have each label
 */
record ExampleLevel(int width, int height, byte[] rgb, byte[] centres, int[] counts) {

    static ExampleLevel of(TextureExample example, double scale, int radius) {
        int fullWidth = example.image().width(), fullHeight = example.image().height();
        int width = (int) Math.round(fullWidth * scale), height = (int) Math.round(fullHeight * scale);
        float[] values = Resampling.resize(example.image(), width, height).values();
        byte[] rgb = new byte[values.length], centres = new byte[width * height];
        for (int i = 0; i < rgb.length; i++) rgb[i] = (byte) Math.round(values[i]);
        int[] counts = new int[TextureExample.LABELS + 1];
        byte[] labels = example.labels();
        int[] unusable = labels == null ? null : unusable(labels, fullWidth, fullHeight);
        for (int y = radius; y < height - radius; y++)
            for (int x = radius; x < width - radius; x++) {
                byte label = 1;
                if (labels != null) {
                    int left = first(x - radius, fullWidth, width), right = first(x + radius + 1, fullWidth, width);
                    int top = first(y - radius, fullHeight, height), bottom = first(y + radius + 1, fullHeight, height);
                    int line = fullWidth + 1;
                    boolean usable = unusable[bottom * line + right]
                                    - unusable[bottom * line + left]
                                    - unusable[top * line + right]
                                    + unusable[top * line + left]
                            == 0;
                    label = usable
                            ? labels[nearest(y, fullHeight, height) * fullWidth + nearest(x, fullWidth, width)]
                            : 0;
                }
                centres[y * width + x] = label;
                if (label != 0) counts[label]++;
            }
        return new ExampleLevel(width, height, rgb, centres, counts);
    }

    /** The pixel of a line of another length where a pixel begins. */
    private static int first(int at, int full, int size) {
        return (int) ((long) at * full / size);
    }

    /** The pixel of a line of another length in which the middle of a pixel lies. */
    static int nearest(int at, int full, int size) {
        return (int) ((2L * at + 1) * full / (2L * size));
    }

    /** (height + 1, width + 1), how many pixels above and to the left have the label 0. */
    private static int[] unusable(byte[] labels, int width, int height) {
        int[] sums = new int[(width + 1) * (height + 1)];
        for (int y = 0; y < height; y++)
            for (int x = 0, row = 0; x < width; x++) {
                if (labels[y * width + x] == 0) row++;
                sums[(y + 1) * (width + 1) + x + 1] = sums[y * (width + 1) + x + 1] + row;
            }
        return sums;
    }

    boolean contains(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height;
    }

    /** Whether a patch for a label can be centred on a pixel. */
    boolean allows(int x, int y, int label) {
        return contains(x, y) && centres[y * width + x] == label;
    }
}
