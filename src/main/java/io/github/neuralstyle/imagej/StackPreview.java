package io.github.neuralstyle.imagej;

import io.github.neuralstyle.Options;
import io.github.neuralstyle.Settings;
import io.github.neuralstyle.Style;
import io.github.neuralstyle.engine.Engine;
import io.github.neuralstyle.image.DescribedImg;
import io.github.neuralstyle.image.Hyperstack;
import io.github.neuralstyle.image.IntensityMapping;
import io.github.neuralstyle.image.Mask;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.image.PlaneValues;
import io.github.neuralstyle.image.Pyramid.Size;
import io.github.neuralstyle.image.Resampling;
import io.github.neuralstyle.imagej.imagej2.ImageJ2Bridge;
import io.github.neuralstyle.transfer.Painter;
import io.github.neuralstyle.transfer.Styles;
import io.github.neuralstyle.transfer.TransferResult;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.view.Views;

/** A part of the picture that a run of the style transfer command would make, at the same scale but with fewer steps. */
public final class StackPreview {

    /** The sides of the part in pixels of the result, and the most steps of each kind. */
    static final int SIDE = 192, STEPS = 30, LAST_STEPS = 10;

    private final StackRun.Plan plan;
    private final Pixels content;
    private final Styles styles;

    /**
     * Reads the part: the middle of the selection in the content, or of the image.
     *
     * @param texts those of {@link OptionFields}
     * @throws IllegalArgumentException if a parameter or an image cannot be used
     */
    public StackPreview(ImageJ2Bridge bridge, Map<String, String> texts, Img<?> image, Img<?> styleImage) {
        plan = StackRun.Plan.of(bridge, texts, image);
        DescribedImg<?> shown = bridge.described(image, true).planeShown();
        double scale = (double) plan.size().longest() / Math.max(shown.dimension(0), shown.dimension(1));
        RandomAccessibleInterval<?> selection = shown.metadata().selection();
        Size whole = new Size((int) shown.dimension(0), (int) shown.dimension(1));
        Rectangle selected = selection == null
                ? new Rectangle(whole.width(), whole.height())
                : Mask.of(selection, "content", whole.width(), whole.height()).box();
        content = scaled(read(shown, texts, part(whole, selected, SIDE / scale)), scale);
        List<DescribedImg<?>> images =
                Regions.styleImages(bridge, styleImage, texts.getOrDefault(Options.MORE_STYLES.name(), ""));
        double[] weights = Style.weights(plan.settings().get(Options.STYLE_WEIGHTS), images.size());
        styles = parts(Style.read(Regions.styles(images, weights)));
    }

    /** A square around the middle of what is selected, moved and cut so that it lies within the image. */
    static Rectangle part(Size whole, Rectangle selected, double side) {
        int width = (int) Math.max(1, Math.min(whole.width(), Math.round(side))),
                height = (int) Math.max(1, Math.min(whole.height(), Math.round(side)));
        int x = (int) selected.getCenterX() - width / 2, y = (int) selected.getCenterY() - height / 2;
        return new Rectangle(
                Math.max(0, Math.min(whole.width() - width, x)),
                Math.max(0, Math.min(whole.height() - height, y)),
                width,
                height);
    }

    /** The pixels of a part in the values that the whole has. */
    private static Pixels read(DescribedImg<?> image, Map<String, String> texts, Rectangle part) {
        Hyperstack whole = new Hyperstack(image, image.metadata().axes());
        IntensityMapping mapping = IntensityMapping.of(
                whole,
                Options.RANGE.parse(texts.get("range")),
                image.metadata().color() || Boolean.parseBoolean(texts.get("joint")),
                Options.SATURATED.initial());
        List<RandomAccessibleInterval<?>> planes = new ArrayList<>();
        for (RandomAccessibleInterval<?> plane :
                whole.channels(new long[whole.axes().size()]))
            planes.add(Views.zeroMin(Views.interval(
                    plane, new long[] {part.x, part.y}, new long[] {part.x + part.width - 1, part.y + part.height - 1
                    })));
        return PlaneValues.read(planes, mapping.channels());
    }

    private static Pixels scaled(Pixels image, double scale) {
        Size to = Size.of(image.width(), image.height(), scale * Math.max(image.width(), image.height()));
        return Resampling.resize(image, to.width(), to.height());
    }

    /** The styles at the run's scale, the middle of each if it is large; what is masked stays whole. */
    private Styles parts(Styles all) {
        List<Pixels> parts = new ArrayList<>();
        double longest = plan.size().longest() * plan.settings().styleScale();
        for (int i = 0; i < all.images().size(); i++) {
            Pixels style = all.images().get(i);
            double scale = Math.min(1, longest / Math.max(style.width(), style.height()));
            int side = (int) Math.round(Options.STYLE_SCALE.range().max() * longest(content) / scale);
            parts.add(all.parts().get(i) == null ? scaled(middle(style, side), scale) : style);
        }
        return new Styles(parts, all.parts(), all.proportions());
    }

    private static Pixels middle(Pixels image, int side) {
        Size whole = new Size(image.width(), image.height());
        Rectangle part = part(whole, new Rectangle(whole.width(), whole.height()), side);
        float[] values = new float[3 * part.width * part.height];
        for (int y = 0; y < part.height; y++)
            System.arraycopy(
                    image.values(),
                    3 * ((part.y + y) * image.width() + part.x),
                    values,
                    3 * y * part.width,
                    3 * part.width);
        return new Pixels(part.width, part.height, values);
    }

    private static int longest(Pixels image) {
        return Math.max(image.width(), image.height());
    }

    /** Those of the run for the part. */
    private Settings settings() {
        Settings settings = plan.settings();
        int longest = longest(content);
        double part = Math.min(1, (double) settings.networkSize() / plan.size().longest());
        return settings.withSize(Math.max((int) Options.SIZE.range().min(), longest))
                .withNetworkSize(Math.max((int) Options.NETWORK_SIZE.range().min(), (int) Math.round(part * longest)))
                .withSteps(Math.min(STEPS, settings.steps()))
                .withLastSteps(Math.min(LAST_STEPS, settings.lastSteps()))
                .withStyleScale(Options.STYLE_SCALE.range().max())
                .with(Options.STYLE_WEIGHTS, List.of())
                .with(Options.STATE, "");
    }

    /**
     * Makes the pictures.
     *
     * @param show takes them, from coarse to finished; false stops the work
     */
    public void paint(Engine engine, Predicate<Pixels> show) {
        try (Painter painter = engine.painter(styles, settings(), false)) {
            TransferResult result = painter.paint(
                    content, null, state -> show.test(state.picture().get()));
            if (!result.stopped()) show.test(result.picture());
        }
    }
}
