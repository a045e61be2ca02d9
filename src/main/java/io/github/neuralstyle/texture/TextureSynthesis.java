package io.github.neuralstyle.texture;

import io.github.neuralstyle.Style;
import io.github.neuralstyle.finish.FinishListener;
import io.github.neuralstyle.image.Mask;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.image.Planes;
import io.github.neuralstyle.image.Pyramid.Size;
import io.github.neuralstyle.image.io.ImageChecks;
import io.github.neuralstyle.util.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.imglib2.FinalDimensions;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.Type;
import net.imglib2.util.Util;
import net.imglib2.view.Views;

/**
 * Makes textures of any size of the pixels of examples, without a network: every pixel of the result is a copy of one of an
 * example, so that results have the type, channels and values of the examples.
 *
 * @param width of the texture in pixels
 * @param height of the texture in pixels
 * @param tileable whether copies of the texture go on in each other without a seam
 */
public record TextureSynthesis(int width, int height, boolean tileable, long seed) {

    public static final Option<String> SIZE =
            Option.text("size", "WxH", "512x512", "Width and height of the texture in pixels.");

    public static final Option<Boolean> TILEABLE =
            Option.toggle("tileable", false, "Copies of the texture go on in each other without a seam.");

    /** In pixels. */
    private static final int LONGEST = 16384;

    /** Bytes that are needed for a pixel of a texture and of an example, and in any case. */
    private static final double PER_PIXEL = 30, PER_EXAMPLE_PIXEL = 24, BASE = 5e7;

    /** Whole patches that a label needs. */
    private static final int LEAST = 16;

    /**
     * Which texture goes where.
     *
     * @param texture an image of any size whose values say which texture each part of the result has: (X,Y), (X,Y,3) or ARGB
     * @param examples for each example an image of its size, whose values say what is where in it
     */
    public record Guide(RandomAccessibleInterval<?> texture, List<? extends RandomAccessibleInterval<?>> examples) {}

    /** @throws IllegalArgumentException if a side is out of range */
    public TextureSynthesis {
        for (int side : new int[] {width, height})
            if (side < TextureExample.SHORTEST || side > LONGEST)
                throw new IllegalArgumentException("size is " + width + "x" + height + "; both sides must be "
                        + TextureExample.SHORTEST + " to " + LONGEST + " pixels.");
    }

    /**
     * Reads a size.
     *
     * @param size as 512x384
     * @throws IllegalArgumentException if it is none, or a side is out of range
     */
    public static TextureSynthesis of(String size, boolean tileable, long seed) {
        if (!size.strip().matches("\\d{1,9}\\s*[xX×]\\s*\\d{1,9}"))
            throw new IllegalArgumentException(
                    "size is " + size + "; it must be a width and a height in pixels, as 512x384.");
        int[] sides = Arrays.stream(size.strip().split("\\s*[xX×]\\s*"))
                .mapToInt(Integer::parseInt)
                .toArray();
        return new TextureSynthesis(sides[0], sides[1], tileable, seed);
    }

    /**
     * Makes a texture.
     *
     * @param examples at least one, of one type and number of channels; their weights are their parts of the texture
     * @param guide null for none
     * @param listener may stop the work
     * @return of the type and channels of the examples
     * @throws IllegalArgumentException if an example is too small or of another kind, the guide does not match or the memory
     *          does not suffice
     * @throws java.util.concurrent.CancellationException if the listener wants no result
     */
    public Img<?> run(List<Style> examples, Guide guide, FinishListener listener) {
        if (examples.isEmpty()) throw new IllegalArgumentException("A texture needs at least one example.");
        List<Style> parts = new ArrayList<>();
        List<RandomAccessibleInterval<?>> labels = new ArrayList<>();
        if (guide != null && guide.examples.size() != examples.size())
            throw new IllegalArgumentException("There are " + guide.examples.size() + " label images for "
                    + examples.size() + " examples; give one for each.");
        for (int i = 0; i < examples.size(); i++) {
            requireSameKind(examples.get(0).image(), examples.get(i).image());
            Selected part = Selected.of(examples.get(i));
            parts.add(part.style);
            if (guide != null)
                labels.add(part.crop(guide.examples.get(i), examples.get(i).image()));
        }
        requireMemory(width, height, parts);
        GuideLabels known = guide == null ? null : new GuideLabels(labels);
        byte[] wanted = known == null ? null : known.of(guide.texture, width, height);
        List<TextureExample> read = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++)
            read.add(example(parts.get(i), known == null ? null : known.of(labels.get(i))));
        TextureMaker maker = new TextureMaker(read, listener);
        if (known == null) maker.requirePatches(1, "The example", LEAST);
        else
            known.names().forEach((label, name) -> {
                if (contains(wanted, label)) maker.requirePatches(label, "The value " + name + " of the guide", LEAST);
            });
        TextureMap map = maker.make(width, height, tileable, wanted, seed);
        return copy(map, parts.stream().map(Style::image).toList());
    }

    /** The same without a guide and a listener. */
    public Img<?> run(List<Style> examples) {
        return run(examples, null, FinishListener.NONE);
    }

    /**
     * Fills a part of an image with the texture of the rest; the copies are made lighter or darker so that they close with
     * what is around.
     *
     * @param image (X,Y), (X,Y,3) or ARGB
     * @param mask (X,Y), true or over 0 where it is to be filled
     * @return a copy of the image that differs within the mask only
     * @throws IllegalArgumentException if the image is too small or of another kind, or the mask does not leave enough of it
     * @throws java.util.concurrent.CancellationException if the listener wants no result
     */
    public static Img<?> fill(
            RandomAccessibleInterval<?> image, RandomAccessibleInterval<?> mask, long seed, FinishListener listener) {
        Style whole = new Style(image, 1, mask);
        boolean[] hole = whole.part().inside();
        requireMemory((int) image.dimension(0), (int) image.dimension(1), List.of(whole));
        byte[] labels = new byte[hole.length];
        for (int i = 0; i < hole.length; i++) labels[i] = (byte) (hole[i] ? 0 : 1);
        TextureMaker maker = new TextureMaker(List.of(new TextureExample(Pixels.of(image), labels, 1)), listener);
        maker.requirePatches(1, "What is outside of the mask", LEAST);
        TextureMap map = maker.fill(hole, seed);
        Img<?> filled = copy(map, List.of(image));
        Membrane.close(map, Planes.of("example", image), filled);
        return filled;
    }

    private static boolean contains(byte[] labels, int label) {
        for (byte each : labels) if (each == label) return true;
        return false;
    }

    /** The part of an example within the bounding box of its mask. */
    private record Selected(Style style, long[] min, long[] max) {

        static Selected of(Style style) {
            Mask mask = style.part();
            if (mask == null) return new Selected(style, null, null);
            long[] min = {mask.width(), mask.height()}, max = {0, 0};
            for (int i = 0; i < mask.inside().length; i++)
                if (mask.inside()[i])
                    for (int d = 0; d < 2; d++) {
                        long at = d == 0 ? i % mask.width() : i / mask.width();
                        min[d] = Math.min(min[d], at);
                        max[d] = Math.max(max[d], at);
                    }
            Selected all = new Selected(style, min, max);
            return new Selected(
                    new Style(
                            all.crop(style.image(), style.image()),
                            style.weight(),
                            all.crop(style.mask(), style.image())),
                    min,
                    max);
        }

        /** @param whole whose size the image must have */
        RandomAccessibleInterval<?> crop(RandomAccessibleInterval<?> image, RandomAccessibleInterval<?> whole) {
            if (image.dimension(0) != whole.dimension(0) || image.dimension(1) != whole.dimension(1))
                throw new IllegalArgumentException("The label image of an example has " + ImageChecks.sizes(image)
                        + " pixels; it must have the " + ImageChecks.sizes(whole) + " of the example.");
            if (min == null) return image;
            long[] from = image.minAsLongArray(), to = image.maxAsLongArray();
            for (int d = 0; d < 2; d++) {
                to[d] = from[d] + max[d];
                from[d] += min[d];
            }
            return Views.zeroMin(Views.interval(image, from, to));
        }
    }

    private static TextureExample example(Style style, byte[] labels) {
        Mask mask = style.part();
        byte[] used = labels;
        if (mask != null) {
            used = labels == null ? new byte[mask.inside().length] : labels;
            for (int i = 0; i < used.length; i++) used[i] = !mask.inside()[i] ? 0 : labels == null ? 1 : labels[i];
        }
        return new TextureExample(Pixels.of(style.image()), used, style.weight());
    }

    private static void requireSameKind(RandomAccessibleInterval<?> first, RandomAccessibleInterval<?> other) {
        long channels = first.numDimensions() > 2 ? first.dimension(2) : 1;
        if (first.getType().getClass() != other.getType().getClass()
                || channels != (other.numDimensions() > 2 ? other.dimension(2) : 1))
            throw new IllegalArgumentException(
                    "The examples are " + first.getType().getClass().getSimpleName() + " and "
                            + other.getType().getClass().getSimpleName() + ", " + ImageChecks.sizes(first) + " and "
                            + ImageChecks.sizes(other) + "; convert them to one depth and number of channels.");
    }

    private static void requireMemory(int width, int height, List<Style> examples) {
        double needed = BASE + PER_PIXEL * width * height,
                available = Runtime.getRuntime().maxMemory();
        for (Style style : examples)
            needed += PER_EXAMPLE_PIXEL
                    * style.image().dimension(0)
                    * style.image().dimension(1);
        if (needed > available)
            throw new IllegalArgumentException(String.format(
                    java.util.Locale.ROOT,
                    "size is %s; a texture of this size needs about %.1f GB of memory and Java may use %.1f GB: "
                            + "choose a smaller size or example, or give Java more memory.",
                    new Size(width, height),
                    needed / 1e9,
                    available / 1e9));
    }

    /** Pixels without a place are those of the first image. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Img<?> copy(TextureMap map, List<RandomAccessibleInterval<?>> images) {
        return copyTyped(map, (List) images);
    }

    private static <T extends Type<T>> Img<T> copyTyped(TextureMap map, List<RandomAccessibleInterval<T>> images) {
        RandomAccessibleInterval<T> first = Views.zeroMin(images.get(0));
        long[] size = first.dimensionsAsLongArray();
        size[0] = map.width();
        size[1] = map.height();
        FinalDimensions dimensions = new FinalDimensions(size);
        Img<T> result = Util.getSuitableImgFactory(dimensions, first.getType()).create(dimensions);
        if (Arrays.equals(size, first.dimensionsAsLongArray()))
            net.imglib2.loops.LoopBuilder.setImages(first, result).forEachPixel((from, to) -> to.set(from));
        map.copy(images.stream().map(Views::zeroMin).toList(), result);
        return result;
    }
}
