package io.github.neuralstyle.image.histogram;

import Jama.Matrix;
import io.github.neuralstyle.image.ColorStatistics;
import io.github.neuralstyle.image.IntensityRange;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.image.Planes;
import io.github.neuralstyle.image.stain.MeansAndDeviations;
import io.github.neuralstyle.image.stain.StainVectors;
import io.github.neuralstyle.image.stain.StainedImage;
import io.github.neuralstyle.util.Range;
import java.util.Arrays;
import java.util.Locale;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;

/**
 * Gives an image the histogram of another, the template: a picture of the source in the template's values.
 *
 * <p>
 * The result has the source's dimensions, and its type unless that cannot hold all values of the template's: so an 8-bit
 * source matched to a 16-bit template gives a 16-bit image, and a 16-bit source matched to an 8-bit template a 16-bit image
 * of the values 0..255. ARGB counts as three channels of 8 bits; the source's alpha is kept, the template's ignored.
 * Whole numbers are rounded. Values are computed in double precision.
 *
 * @param mode what is matched
 * @param method how ranks are made into values
 * @param bins for {@link Method#BINNED} only: of the source's and of the template's histogram
 */
public record HistogramMatching(Mode mode, Method method, int bins) {

    public static final Range BINS = new Range("bins", 2, 65536, 256);

    /** What is matched. */
    public enum Mode {
        /**
         * The luminance 0.299 R + 0.587 G + 0.114 B of colour images, the values of grey ones. A colour source keeps its
         * chroma, the differences of red, green and blue from the luminance, if need be scaled to the template's range (see
         * {@link IntensityRange#of}); where a colour would leave the type's range, it is moved towards the grey of its own
         * luminance until it fits.
         */
        GREY,
        /** Each channel on its own. Both images need the same number of channels. */
        CHANNELS,
        /**
         * Colours along the principal axes of the template's colours, where its channels are uncorrelated. The source is
         * first given the mean and covariance of the template by the linear Monge-Kantorovich map (Pitié &amp; Kokaram
         * 2007), so that the matched axes are not correlated; the result is clipped to the range of {@link IntensityRange#of} the
         * template. Matching the marginals of a rotated colour space is a step of Pitié, Kokaram &amp; Dahyot (2007),
         * Automated colour grading using colour distribution transfer. The channels' own histograms come near the
         * template's, but not to within a bin.
         */
        DECORRELATED,
        /**
         * The means and standard deviations: of colours in CIELAB, in tissue where the background is light; of grey images
         * their values (Reinhard et al. 2001). No histogram is matched, so method and bins are not used.
         */
        REINHARD,
        /** Two stains get the template's colours and usual amounts, estimated by angles; see {@link StainVectors#macenko}. */
        MACENKO,
        /** The same, estimated by sparse factors; see {@link StainVectors#vahadane}. */
        VAHADANE;

        /** Whether it separates stains. */
        public boolean isStains() {
            return this == MACENKO || this == VAHADANE;
        }
    }

    /**
     * How ranks are made into values. Both keep the order of values: a darker value never becomes the brighter one. A source of
     * a single value has no ranks; it becomes the template's median.
     */
    public enum Method {
        /**
         * The sorted values of the result are the template's quantiles exactly; of two images of one size, the very
         * values of the template. So pixels that had one value may get several, ordered by the means of their
         * neighbourhoods: large flat regions become gradients.
         */
        EXACT,
        /**
         * By the cumulative histograms, linear within bins: equal values stay equal, flat regions flat, and the histogram
         * is the template's to within a bin. With whole numbers and no fewer bins than values, a value becomes the
         * template's quantile of the mean rank of all pixels that have it.
         */
        BINNED
    }

    /** @throws IllegalArgumentException if the bins are outside {@link #BINS} */
    public HistogramMatching {
        BINS.check(bins);
    }

    /** Each channel on its own, in 256 bins. */
    public static HistogramMatching defaults() {
        return new HistogramMatching(Mode.CHANNELS, Method.BINNED, (int) BINS.initial());
    }

    /**
     * Matches an image.
     *
     * @param source (X,Y), (X,Y,C) or ARGB; not changed
     * @param template (X,Y), (X,Y,C) or ARGB, of any size
     * @return a new image of the source's dimensions
     * @throws IllegalArgumentException if an image is of another kind or holds NaN or infinities, or their channels do not
     *           suit the mode
     */
    public Img<?> match(RandomAccessibleInterval<?> source, RandomAccessibleInterval<?> template) {
        Planes from = Planes.of("source", source), to = Planes.of("template", template);
        double[][] values =
                switch (mode) {
                    case GREY -> {
                        requireColors(from.channels(), 1, 3);
                        requireColors(to.channels(), 1, 3);
                        yield grey(source, from, template, to);
                    }
                    case CHANNELS -> {
                        requireSameChannels(from.channels(), to.channels());
                        yield channels(from, to);
                    }
                    case DECORRELATED -> {
                        requireColors(from.channels(), 3);
                        requireColors(to.channels(), 3);
                        yield decorrelated(Pixels.of(source), Pixels.of(template), IntensityRange.of(template));
                    }
                    case REINHARD -> {
                        requireColors(from.channels(), 1, 3);
                        requireSameChannels(from.channels(), to.channels());
                        yield from.channels() == 1
                                ? MeansAndDeviations.ofValues(
                                        from.values()[0], to.values()[0], SampleTypes.clipping(source, template))
                                : inRange(
                                        MeansAndDeviations.ofColors(
                                                planes(Pixels.of(source)), planes(Pixels.of(template))),
                                        IntensityRange.of(template));
                    }
                    case MACENKO, VAHADANE -> StainedImage.of("template", template, mode == Mode.VAHADANE)
                            .recolor(StainedImage.of("source", source, mode == Mode.VAHADANE));
                };
        return SampleTypes.image(source, template, values);
    }

    /** The same by stains that are known, for many sources of one template. */
    public Img<?> match(
            RandomAccessibleInterval<?> source,
            StainedImage own,
            RandomAccessibleInterval<?> template,
            StainedImage wanted) {
        return SampleTypes.image(source, template, wanted.recolor(own));
    }

    private double[][] channels(Planes from, Planes to) {
        double[][] matched = new double[from.channels()][];
        for (int c = 0; c < matched.length; c++)
            matched[c] = match(from.values()[c], from.width(), from.height(), to.values()[c]);
        return matched;
    }

    private double[][] grey(
            RandomAccessibleInterval<?> source, Planes from, RandomAccessibleInterval<?> template, Planes to) {
        double[] luminance = from.luminance();
        double[] matched = match(luminance, from.width(), from.height(), to.luminance());
        if (from.channels() == 1) return new double[][] {matched};
        IntensityRange own = IntensityRange.of(source), wanted = IntensityRange.of(template);
        double scale = (wanted.max() - wanted.min()) / (own.max() - own.min());
        return from.withLuminance(luminance, matched, scale, SampleTypes.of(source, template));
    }

    /** Matches along the axes on which the template's colours are uncorrelated; returns (3, pixels), 0..255 mapped to a range. */
    private double[][] decorrelated(Pixels source, Pixels template, IntensityRange range) {
        ColorStatistics own = ColorStatistics.of(source), wanted = ColorStatistics.of(template);
        Matrix toAxes = wanted.covariance().eig().getV().transpose();
        double[][] from = transform(toAxes.times(own.mapTo(wanted)), source), to = transform(toAxes, template);
        for (int axis = 0; axis < 3; axis++) from[axis] = match(from[axis], source.width(), source.height(), to[axis]);
        return inRange(toAxes.transpose().times(new Matrix(from)).getArray(), range);
    }

    /** Maps 0..255 to a range, in place. */
    private static double[][] inRange(double[][] colors, IntensityRange range) {
        for (double[] channel : colors)
            for (int i = 0; i < channel.length; i++)
                channel[i] = range.fromUnit255(Math.max(0, Math.min(255, channel[i])));
        return colors;
    }

    /** The colours multiplied by a matrix, (3, pixels). */
    private static double[][] transform(Matrix matrix, Pixels image) {
        return matrix.times(new Matrix(planes(image))).getArray();
    }

    private static double[][] planes(Pixels image) {
        double[][] planes = new double[3][image.values().length / 3];
        for (int i = 0; i < image.values().length; i++) planes[i % 3][i / 3] = image.values()[i];
        return planes;
    }

    /** Values of a plane with the histogram of others. */
    double[] match(double[] source, int width, int height, double[] template) {
        double[] ascending = template.clone();
        Arrays.parallelSort(ascending);
        double[] matched = new double[source.length];
        if (constant(source)) Arrays.fill(matched, ascending[(ascending.length - 1) / 2]);
        else if (constant(template)) Arrays.fill(matched, template[0]);
        else if (method == Method.EXACT) {
            int[] order = RankOrder.of(source, width, height);
            for (int i = 0; i < order.length; i++)
                matched[order[i]] = ascending[(int) ((i + 0.5) * ascending.length / order.length)];
        } else {
            Cdf ranks = Cdf.of(source, bins), quantiles = Cdf.of(template, bins);
            Arrays.parallelSetAll(matched, i -> quantiles.quantile(ranks.rank(source[i])));
        }
        return matched;
    }

    private static boolean constant(double[] values) {
        return Arrays.stream(values).allMatch(value -> value == values[0]);
    }

    private void requireSameChannels(int source, int template) {
        if (source != template)
            throw new IllegalArgumentException(
                    "The source has " + count(source) + " and the template " + template + "; the mode " + name()
                            + " needs equally many, so choose the mode grey, or convert one of the images.");
    }

    private void requireColors(int channels, Integer... legal) {
        if (!Arrays.asList(legal).contains(channels))
            throw new IllegalArgumentException("An image has " + count(channels) + "; the mode "
                    + name()
                    + " needs " + (legal.length == 1 ? "colour images of 3" : "grey or colour images, of 1 or 3")
                    + " channels.");
    }

    private String name() {
        return mode.name().toLowerCase(Locale.ROOT);
    }

    private static String count(int channels) {
        return channels + (channels == 1 ? " channel" : " channels");
    }
}
