package io.github.neuralstyle.command;

import io.github.neuralstyle.Options;
import io.github.neuralstyle.Style;
import io.github.neuralstyle.finish.FinishListener;
import io.github.neuralstyle.image.DescribedImg;
import io.github.neuralstyle.imagej.RunInfo;
import io.github.neuralstyle.imagej.dialog.CheckedInputs;
import io.github.neuralstyle.imagej.dialog.HelpPages;
import io.github.neuralstyle.imagej.dialog.InputDialog;
import io.github.neuralstyle.imagej.imagej2.ImageJ2Bridge;
import io.github.neuralstyle.imagej.progress.RunProgress;
import io.github.neuralstyle.texture.TextureSynthesis;
import io.github.neuralstyle.texture.TextureSynthesis.Guide;
import io.github.neuralstyle.util.RemainingTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.view.Views;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * {@code Plugins > Neural Style > Synthesize Texture...}: a texture of any size of the pixels of an example, or the selection
 * filled with the texture of the rest. A wrong input cancels the command with the reason.
 */
@Plugin(
        type = Command.class,
        description = "Makes a texture of any size of the pixels of an example, or fills a selection with it.",
        attrs = @Attr(name = HelpPages.PAGE, value = "textures.md"),
        menu = {
            @Menu(label = "Plugins"),
            @Menu(label = "Neural Style"),
            @Menu(label = "Synthesize Texture...", weight = 1.5)
        })
public class SynthesizeTextureCommand extends ContextCommand implements CheckedInputs {

    @Parameter(
            label = "Example",
            description = "The image with the texture: its slice that is shown, or the selection in it.",
            persist = false)
    private Img<?> image;

    @Parameter(label = "Size", description = "Width and height of the texture in pixels, as 512x384.", persist = false)
    private String size = TextureSynthesis.SIZE.initial();

    @Parameter(
            label = "Tileable",
            description = "Copies of the texture go on in each other without a seam.",
            persist = false)
    private boolean tileable;

    @Parameter(
            label = "Fill the selection",
            description = "Instead, a copy of the example whose selection is filled with the texture of the rest.",
            persist = false)
    private boolean fill;

    @Parameter(
            label = "Second example",
            description = "For a patchwork of both, of the same depth.",
            style = InputDialog.FOLD,
            autoFill = false,
            required = false,
            persist = false)
    private Img<?> second;

    @Parameter(
            label = "Weights",
            description = "Of both examples, as 2,1; empty for equal parts.",
            required = false,
            persist = false)
    private String styleweights = "";

    @Parameter(
            label = "Guide",
            description = "Its values say which texture each part of the result has.",
            autoFill = false,
            required = false,
            persist = false)
    private Img<?> guide;

    @Parameter(
            label = "Guide of the example",
            description = "Of the example's size; its values say what is where in it.",
            autoFill = false,
            required = false,
            persist = false)
    private Img<?> styleguide;

    @Parameter(
            label = "Seed",
            description = "Another seed gives another texture.",
            min = "0",
            max = "2147483647",
            persist = false)
    private int seed = Options.SEED.initial().intValue();

    @Parameter(type = ItemIO.OUTPUT, label = "Texture")
    private Img<?> output;

    @Override
    public void run() {
        RunProgress.run(this, "Texture", false, progress -> {
            ImageJ2Bridge bridge = new ImageJ2Bridge(getContext());
            DescribedImg<?> example = plane(bridge, image);
            FinishListener listener = listener(progress);
            RunInfo info =
                    new RunInfo("Synthesize Texture").image("example", example).add("seed", seed);
            Img<?> texture;
            if (fill) {
                RandomAccessibleInterval<?> hole = hole(example);
                texture = progress.await(() -> TextureSynthesis.fill(example, hole, seed, listener));
            } else {
                TextureSynthesis synthesis = TextureSynthesis.of(size, tileable, seed);
                List<Style> examples = examples(bridge, example);
                Guide labels = guide(bridge);
                texture = progress.await(() -> synthesis.run(examples, labels, listener));
                info.add("tileable", tileable);
                if (second != null) info.image("second example", second).add("weights", styleweights);
                if (guide != null) info.image("guide", guide).image("guide of the example", styleguide);
            }
            if (texture == null) return false;
            output = bridge.output(texture, example, fill ? "-filled" : "-texture", info.toString());
            return true;
        });
    }

    @Override
    public void checkInputs() {
        ImageJ2Bridge bridge = new ImageJ2Bridge(getContext());
        DescribedImg<?> example = plane(bridge, image);
        if (fill) {
            hole(example);
            return;
        }
        TextureSynthesis.of(size, tileable, seed);
        examples(bridge, example);
        guide(bridge);
    }

    private static RandomAccessibleInterval<?> hole(DescribedImg<?> example) {
        RandomAccessibleInterval<?> selection = selection(example);
        if (selection == null)
            throw new IllegalArgumentException(
                    ImageJ2Bridge.title(example) + " has no selection to fill; select what is to be filled.");
        return selection;
    }

    private List<Style> examples(ImageJ2Bridge bridge, DescribedImg<?> example) {
        List<DescribedImg<?>> images = new ArrayList<>(List.of(example));
        if (second != null) images.add(plane(bridge, second));
        List<Double> given = styleweights.isBlank() ? List.of() : Options.STYLE_WEIGHTS.parse(styleweights);
        double[] weights = Style.weights(given, images.size());
        return IntStream.range(0, images.size())
                .filter(i -> weights[i] > 0)
                .mapToObj(i -> new Style(images.get(i), weights[i], selection(images.get(i))))
                .toList();
    }

    private Guide guide(ImageJ2Bridge bridge) {
        if (guide == null && styleguide == null) return null;
        if (guide == null || styleguide == null || second != null)
            throw new IllegalArgumentException(
                    "A guide needs the guide of the example, and no second example; give both guides or none.");
        return new Guide(plane(bridge, guide), List.of(plane(bridge, styleguide)));
    }

    private static DescribedImg<?> plane(ImageJ2Bridge bridge, Img<?> image) {
        return bridge.described(image, true).planeShown().inMemory();
    }

    private static RandomAccessibleInterval<?> selection(DescribedImg<?> image) {
        RandomAccessibleInterval<?> selection = image.metadata().selection();
        return selection == null ? null : Views.zeroMin(selection);
    }

    private static FinishListener listener(RunProgress progress) {
        RemainingTime left = new RemainingTime(System::nanoTime);
        return done -> progress.update(done, "texture", left.after(done))
                ? FinishListener.Wish.GO_ON
                : progress.isCanceled() ? FinishListener.Wish.CANCEL : FinishListener.Wish.KEEP;
    }
}
