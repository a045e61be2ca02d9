package io.github.neuralstyle.command;

import io.github.neuralstyle.FeatureVisualization;
import io.github.neuralstyle.Options;
import io.github.neuralstyle.Settings;
import io.github.neuralstyle.engine.Job;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.imagej.EngineService;
import io.github.neuralstyle.imagej.OptionFields;
import io.github.neuralstyle.imagej.RunInfo;
import io.github.neuralstyle.imagej.dialog.CheckedInputs;
import io.github.neuralstyle.imagej.dialog.HelpPages;
import io.github.neuralstyle.imagej.imagej2.ImageJ2Bridge;
import io.github.neuralstyle.imagej.progress.RunProgress;
import io.github.neuralstyle.model.ModelStore;
import io.github.neuralstyle.plot.Fonts;
import io.github.neuralstyle.transfer.MemoryEstimate;
import io.github.neuralstyle.util.ProgressListener;
import java.io.IOException;
import java.util.List;
import net.imglib2.img.Img;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * {@code Plugins > Neural Style > What the Network Sees...}: a figure of the image as each layer alone knows it, and of
 * textures with the style of more and more layers. A wrong input cancels the command with the reason.
 */
@Plugin(
        type = Command.class,
        description = "Shows what each layer of the network knows of an image and of a style.",
        attrs = @Attr(name = HelpPages.PAGE, value = "losses.md#what-the-network-sees"),
        menu = {
            @Menu(label = "Plugins"),
            @Menu(label = "Neural Style"),
            @Menu(label = "What the Network Sees...", weight = 3)
        })
public class WhatTheNetworkSeesCommand extends ContextCommand implements CheckedInputs {

    @Parameter(label = "Content", description = "The image to reconstruct: (X,Y), (X,Y,3) or ARGB.", persist = false)
    private Img<?> image;

    @Parameter(
            label = "Style",
            description =
                    "The image that gives the textures their style: (X,Y), (X,Y,3) or ARGB; the same image if none is given.",
            autoFill = false,
            persist = false,
            required = false)
    private Img<?> styleimage;

    @Parameter(
            label = "Size",
            description = "The longest side of each picture in pixels.",
            min = "64",
            max = "16384",
            required = false,
            persist = false)
    private int size = (int) FeatureVisualization.SIZE.initial();

    @Parameter(
            label = "Steps",
            description = "Steps of the optimiser at each scale; a third of the default shows what to expect.",
            min = "1",
            max = "100000",
            required = false,
            persist = false)
    private int steps = Options.STEPS.initial();

    @Parameter(
            label = "Seed",
            description = "The same seed gives the same pictures again.",
            min = "0",
            max = "2147483647",
            required = false,
            persist = false)
    private int seed = Options.SEED.initial().intValue();

    @Parameter(
            label = "Model",
            description = "The name of a network, or the folder of a TensorFlow SavedModel.",
            required = false,
            persist = false)
    private String model = Options.MODEL.initial();

    @Parameter(type = ItemIO.OUTPUT, label = "What the network sees")
    private Img<?> output;

    @Override
    public void run() {
        RunProgress.run(this, "What the network sees", false, progress -> {
            Settings settings = Options.read(FeatureVisualization.settings(), OptionFields.read(this))
                    .withModel(new ModelStore().absolute(model));
            ImageJ2Bridge bridge = new ImageJ2Bridge(getContext());
            Img<?> original = bridge.current(image);
            Img<?> style = styleimage == null || styleimage == image
                    ? original
                    : bridge.shown(styleimage).inMemory();
            Fonts.check();
            MemoryEstimate.check((int) original.dimension(0), (int) original.dimension(1), size);
            Work job = new Work(Pixels.of(original), Pixels.of(style), FeatureVisualization.contentLayers(), settings);
            FeatureVisualization figure = progress.await(
                    () -> EngineService.of(getContext()).engine().run(job, state -> update(progress, state)));
            if (figure == null) return false;
            String info = new RunInfo("What the Network Sees")
                    .image("image", original)
                    .image("style", style)
                    .add("size", size)
                    .add("steps", steps)
                    .add("seed", seed)
                    .add("model", model)
                    .add("pictures made", figure.pictures().size() + (figure.stopped() ? ", stopped" : ""))
                    .toString();
            output = bridge.figure(figure.figure().draw(), original, "-seen", info);
            return true;
        });
    }

    @Override
    public void checkInputs() throws IOException {
        new ModelStore().check(model);
        Fonts.check();
        MemoryEstimate.check((int) image.dimension(0), (int) image.dimension(1), size);
    }

    private static boolean update(RunProgress progress, FeatureVisualization.State state) {
        return progress.update(
                state.done(),
                "picture " + state.number() + " of " + state.count() + ", " + state.label(),
                state.left());
    }

    /** The work that needs TensorFlow. */
    record Work(Pixels image, Pixels style, List<String> contentLayers, Settings settings)
            implements Job<FeatureVisualization, FeatureVisualization.State> {

        @Override
        public FeatureVisualization run(ProgressListener<FeatureVisualization.State> progress) {
            return FeatureVisualization.run(
                    new ModelStore().load(settings.model()), image, style, contentLayers, settings, progress);
        }
    }
}
