package io.github.neuralstyle.finish;

import java.util.List;

/** The styles at the size that goes with each level. */
final class LevelSources {

    /** A style has at least so many whole patches, and at least so many at every level where it has the pixels. */
    static final int LEAST = 16, WANTED = 256;

    private final List<PatchStyle> styles;
    private final FinishOptions options;

    /** @throws IllegalArgumentException if a style has too few patches or there are too many styles */
    LevelSources(List<PatchStyle> styles, FinishOptions options) {
        if (styles.isEmpty()) throw new IllegalArgumentException("The finish needs at least one style.");
        if (styles.size() * options.turns().size() > Place.SOURCES)
            throw new IllegalArgumentException(
                    styles.size() + " styles in " + options.turns().size() + " turns are more than the " + Place.SOURCES
                            + " that the finish takes; use fewer styles or turns.");
        this.styles = styles;
        this.options = options;
        for (PatchStyle style : styles) {
            int width = style.image().width(),
                    height = style.image().height(),
                    patches = count(style, options, width, height);
            if (patches < LEAST)
                throw new IllegalArgumentException("A style of " + width + "x" + height + " pixels has " + patches
                        + " whole patches of " + options.side()
                        + "x" + options.side() + " pixels" + (style.allowed() == null ? "" : " inside its mask")
                        + "; the finish needs at least "
                        + LEAST + ": use a larger " + (style.allowed() == null ? "style" : "mask")
                        + ", smaller patches or no finish.");
        }
    }

    /** Whether all styles have enough patches. */
    static boolean enough(List<PatchStyle> styles, FinishOptions options) {
        return styles.stream()
                .allMatch(style -> count(
                                style,
                                options,
                                style.image().width(),
                                style.image().height())
                        >= LEAST);
    }

    private static int count(PatchStyle style, FinishOptions options, int width, int height) {
        int side = options.side();
        if (style.allowed() == null)
            return (int)
                    Math.min(Integer.MAX_VALUE, (long) Math.max(0, width - side + 1) * Math.max(0, height - side + 1));
        int count = 0;
        for (boolean centre : Source.centres(style.allowed(), width, height, options.radius())) if (centre) count++;
        return count;
    }

    /** The part of a picture that each style is to have, of the sum 1. */
    double[] shares() {
        double sum = styles.stream().mapToDouble(PatchStyle::weight).sum();
        return styles.stream().mapToDouble(style -> style.weight() / sum).toArray();
    }

    /** All styles in all turns, where the picture has this long side; as large as they are at most. */
    Source[] at(int longest, Workers workers) {
        Source[] sources = new Source[styles.size() * options.turns().size()];
        for (int s = 0, i = 0; s < styles.size(); s++) {
            PatchStyle style = styles.get(s);
            int[] size = size(style, longest);
            for (Turn turn : options.turns())
                sources[i++] = Source.of(style, s, turn, size[0], size[1], options.radius(), workers);
        }
        return sources;
    }

    /** How many pixels all of them have together. */
    long pixels(int longest) {
        long pixels = 0;
        for (PatchStyle style : styles)
            pixels += (long) options.turns().size() * size(style, longest)[0] * size(style, longest)[1];
        return pixels;
    }

    private int[] size(PatchStyle style, int longest) {
        int width = style.image().width(), height = style.image().height(), own = Math.max(width, height);
        double scale = Math.min(1, Math.min(Place.SIDE - 1, longest * options.scale()) / own);
        if ((long) (width * scale) * (long) (height * scale) > Source.MOST_PIXELS)
            scale = Math.sqrt((double) Source.MOST_PIXELS / ((double) width * height)) * 0.999;
        while (true) {
            int w = Math.max(1, (int) Math.round(width * scale)), h = Math.max(1, (int) Math.round(height * scale));
            if (scale == 1 || count(style, options, w, h) >= WANTED) return new int[] {w, h};
            scale = Math.min(1, scale * 1.25);
        }
    }
}
