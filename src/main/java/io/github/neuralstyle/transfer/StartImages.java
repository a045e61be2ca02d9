package io.github.neuralstyle.transfer;

import io.github.neuralstyle.image.LaplacianPyramid;
import io.github.neuralstyle.image.Margin;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.image.Pyramid.Size;
import io.github.neuralstyle.image.Resampling;
import java.util.Random;
import java.util.function.UnaryOperator;

/** The image from which the optimisation starts at each scale; all have the margins of their scale. */
public final class StartImages {

    private static final float GREY = 127.5f, NOISE = 40;

    /** How far a picture that is continued goes where nothing changes, and the grey levels that count half as a change. */
    private static final float STEP = 0.3f;

    private static final double CHANGE = 2;

    /**
     * A scale of one picture.
     *
     * @param content the content at this scale
     * @param start the content or noise in the style's colours, from which the first scale starts
     */
    public record Scale(Margin margin, Pixels content, Pixels start) {

        /** Of the picture without its margins. */
        public Size size() {
            return margin.inner();
        }
    }

    private final StyleColors colors;
    private final boolean noise;
    private final long seed;
    /**
     * @param noise whether to start from noise instead of the content
     * @param seed of the noise
     */
    public StartImages(StyleColors colors, boolean noise, long seed) {
        this.colors = colors;
        this.noise = noise;
        this.seed = seed;
    }

    /** Resizes the content to a scale. */
    public Scale scale(Pixels content, Size size) {
        Margin margin = Margin.around(size);
        Pixels scaled = scaled(content, margin);
        return new Scale(margin, scaled, start(scaled));
    }

    private static Pixels scaled(Pixels image, Margin margin) {
        return margin.add(
                Resampling.resize(image, margin.inner().width(), margin.inner().height()));
    }

    private Pixels start(Pixels scaledContent) {
        return colors.recolor(noise ? noise(scaledContent.width(), scaledContent.height()) : scaledContent);
    }

    /** Normally distributed noise around grey, the same for all images of a size. */
    public Pixels noise(int width, int height) {
        Random random = new Random(seed);
        float[] values = new float[3 * width * height];
        for (int i = 0; i < values.length; i++) values[i] = clamp(GREY + NOISE * (float) random.nextGaussian());
        return new Pixels(width, height, values);
    }

    /**
     * The previous picture, plus the difference between the start images of this content and of the previous one; where
     * it is not known, the start image.
     */
    public float[] continued(Painter.Previous previous, Scale scale) {
        float[] x = scaled(previous.picture(), scale.margin).values();
        float[] old = start(scaled(previous.content(), scale.margin)).values(), now = scale.start.values();
        for (int i = 0; i < x.length; i++) x[i] = Float.isNaN(x[i]) ? now[i] : clamp(x[i] + now[i] - old[i]);
        return x;
    }

    /**
     * A picture that was continued, steadier: where the content has not changed it goes only a part of the way from what
     * it started from.
     *
     * @param picture the values, which are changed
     */
    public void steady(Painter.Previous previous, Scale scale, float[] picture) {
        float[] start = continued(previous, scale),
                known = scaled(previous.picture(), scale.margin).values();
        float[] changes = Changes.of(
                scaled(previous.content(), scale.margin).values(),
                scale.content.values(),
                scale.content.width(),
                scale.content.height(),
                CHANGE);
        for (int i = 0; i < start.length; i++) {
            float part = Float.isNaN(known[i]) ? 1 : STEP + (1 - STEP) * changes[i / 3];
            picture[i] = start[i] + part * (picture[i] - start[i]);
        }
    }

    /**
     * What is matched with the style: the picture so far, with the finest band of the content, or the content itself.
     *
     * @param alpha from 0 to 1: the part of the content
     * @param picture null at the first scale
     */
    public static Pixels query(Scale scale, double alpha, float[] picture) {
        Pixels content = scale.content();
        if (picture == null) return content;
        float[] query = LaplacianPyramid.finest(content.values(), content.width(), content.height());
        for (int i = 0; i < query.length; i++)
            query[i] = (float) ((1 - alpha) * (picture[i] + query[i]) + alpha * content.values()[i]);
        return new Pixels(content.width(), content.height(), query);
    }

    /** Resizes pictures, or anything of their shape, from one scale to another. */
    static UnaryOperator<float[]> resampling(Scale coarse, Scale fine) {
        Size from = coarse.size(), to = fine.size();
        return values -> fine.margin.add(Resampling.bicubic(
                coarse.margin.cut(values).values(), from.width(), from.height(), to.width(), to.height()));
    }

    /**
     * Enlarges a picture to the next scale.
     *
     * @param detail from 0 to 1: how much the picture gets of what its start image has only at the finer scale; the content
     *          loss, at a deep layer, would not restore it
     */
    static float[] enlarged(UnaryOperator<float[]> resample, float[] picture, Scale coarse, Scale fine, double detail) {
        float[] enlarged = resample.apply(picture),
                seen = resample.apply(coarse.start.values()),
                start = fine.start.values();
        for (int i = 0; i < enlarged.length; i++)
            enlarged[i] = (float) Math.max(0, Math.min(255, enlarged[i] + detail * (start[i] - seen[i])));
        return enlarged;
    }

    private static float clamp(float value) {
        return Math.max(0, Math.min(255, value));
    }
}
