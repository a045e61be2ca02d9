package io.github.neuralstyle.batch;

import io.github.neuralstyle.Options;
import io.github.neuralstyle.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Draws the style and the strength of each variant. */
final class Variants {

    /** Folders below the output. */
    static final String IMAGES = "images", LABELS = "labels";

    /** How many strengths there are at least, equally spaced: so that several variants share the targets of a style. */
    private static final int STRENGTHS = 5;

    /** An odd number whose bits look random, so that neighbouring seeds and names draw differently. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private record Look(Path style, double strength) {}

    private Variants() {}

    /**
     * Draws looks without repetition for each image, by the seed and its name only: what is drawn for one image does not
     * depend on the others. Sorted by look, so that pictures with the same one are made one after the other.
     *
     * @param least the lowest strength
     * @param most the highest
     * @param drop see {@link BatchItem.Variant}
     * @throws IOException if two variants would have one name, or one would replace an input
     */
    static List<BatchItem> draw(
            List<TrainingPairs.Pair> pairs,
            List<Path> styles,
            int variants,
            double least,
            double most,
            double drop,
            long seed,
            Path output,
            Settings settings)
            throws IOException {
        List<Look> looks = looks(styles, variants, least, most);
        List<BatchItem> items = new ArrayList<>();
        for (TrainingPairs.Pair pair : pairs) {
            String image = pair.image().getFileName().toString(),
                    labels = pair.labels().getFileName().toString();
            List<Look> drawn = new ArrayList<>(looks);
            Collections.shuffle(drawn, new Random((seed + 1) * SPREAD ^ image.hashCode() * SPREAD));
            for (int i = 0; i < variants; i++) {
                String name = image.replaceFirst("\\.[^.]*$", "") + "-v" + (i + 1) + ".";
                Look look = drawn.get(i);
                items.add(new BatchItem(
                        pair.image(),
                        List.of(look.style),
                        Path.of(IMAGES, name + extension(image)),
                        settings.withSeed(seed).withStrength(look.strength),
                        new BatchItem.Variant(
                                pair.labels(),
                                output.resolve(LABELS).resolve(name + ImageFinder.extension(labels)),
                                drop)));
            }
        }
        return Outputs.assign(items, output, "tif").stream()
                .sorted(Comparator.comparingInt(item -> looks.indexOf(
                        new Look(item.styles().get(0), item.settings().strength()))))
                .toList();
    }

    private static List<Look> looks(List<Path> styles, int variants, double least, double most) {
        int strengths = least == most ? 1 : STRENGTHS;
        if (strengths * styles.size() < variants && least == most)
            throw new IllegalArgumentException("variants is " + variants + ", and " + styles.size()
                    + " styles at one strength make only " + styles.size()
                    + " different ones; give a range of strengths as 0.2..0.4, or more styles.");
        strengths = Math.max(strengths, (variants + styles.size() - 1) / styles.size());
        List<Look> looks = new ArrayList<>();
        for (Path style : styles)
            for (int i = 0; i < strengths; i++) {
                double part = strengths == 1 ? 0 : i / (strengths - 1.0);
                looks.add(new Look(style, Math.rint(1000 * (least + part * (most - least))) / 1000));
            }
        return looks;
    }

    /** That of a file without loss. */
    private static String extension(String image) {
        return ImageFinder.extension(image).startsWith("tif") ? "tif" : "png";
    }

    /** The strengths of a text as 0.2..0.4 or 0.3. @throws IllegalArgumentException if it is none, or they are not in order */
    static double[] strengths(String text) {
        String[] ends = text.split("\\.\\.", -1);
        double least = Options.STRENGTH.parse(ends[0]),
                most = ends.length == 1 ? least : Options.STRENGTH.parse(ends[1]);
        if (ends.length > 2 || least > most || least == 0)
            throw new IllegalArgumentException("strength is " + text
                    + "; it must be a number over 0 and up to 1, or two from the lower to the higher, as 0.2..0.4.");
        return new double[] {least, most};
    }
}
