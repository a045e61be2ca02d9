package io.github.neuralstyle.command;

import io.github.neuralstyle.Options;
import io.github.neuralstyle.batch.Augmentation;
import io.github.neuralstyle.imagej.AugmentJob;
import io.github.neuralstyle.imagej.dialog.HelpPages;
import io.github.neuralstyle.model.ModelStore;
import java.io.File;
import java.io.IOException;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * {@code Plugins > Neural Style > Augment Training Set...}: variants of the images of a training set in the looks of other
 * images, beside copies of their labels.
 */
@Plugin(
        type = Command.class,
        description = "Makes variants of a training set in other looks, with its labels.",
        attrs = @Attr(name = HelpPages.PAGE, value = "training-sets.md"),
        menu = {
            @Menu(label = "Plugins"),
            @Menu(label = "Neural Style"),
            @Menu(label = "Augment Training Set...", weight = 4.5)
        })
public class AugmentCommand extends FolderCommand {

    @Parameter(label = "Images", description = "The folder of the images.", style = "directory")
    private File images;

    @Parameter(
            label = "Labels",
            description = "The folder of their label images; empty to look for masks or labels beside the images.",
            style = "directory",
            required = false,
            persist = false)
    private File labels;

    @Parameter(label = "Styles", description = "The folder of images in the looks to take.", style = "directory")
    private File styles;

    @Parameter(label = "Output", description = "The folder for the variants; made if absent.", style = "directory")
    private File output;

    @Parameter(
            label = "Variants",
            description = "How many to make of each image.",
            min = "1",
            max = "1000",
            required = false,
            persist = false)
    private int variants = (int) Augmentation.VARIANTS.initial();

    @Parameter(
            label = "Strength",
            description = "The range to draw from, as 0.2..0.4; the higher, the less the labels hold.",
            required = false,
            persist = false)
    private String strength = Augmentation.STRENGTH;

    @Parameter(
            label = "Seed",
            description = "The same seed draws the same variants again.",
            min = "0",
            max = "2147483647",
            required = false,
            persist = false)
    private int seed = Options.SEED.initial().intValue();

    @Parameter(
            label = "Drop below",
            description =
                    "Leaves out variants that keep less than this part of their edges on the labels' borders; 0 keeps all.",
            min = "0",
            max = "1",
            required = false,
            persist = false)
    private double drop = Augmentation.DROP.initial();

    @Parameter(
            label = "Model",
            description = "The name of a network, or the folder of a TensorFlow SavedModel.",
            required = false,
            persist = false)
    private String model = Options.MODEL.initial();

    @Override
    public void run() {
        run(
                "Augment Training Set",
                () -> new AugmentJob(
                        images.getAbsoluteFile(),
                        labels == null || labels.getPath().isBlank() ? null : labels.getAbsoluteFile(),
                        styles.getAbsoluteFile(),
                        output.getAbsoluteFile(),
                        variants,
                        strength,
                        seed,
                        drop,
                        Augmentation.PRESET.settings().withModel(new ModelStore().absolute(model))));
    }

    @Override
    public void checkInputs() throws IOException {
        new ModelStore().check(model);
        new Augmentation(variants, strength, seed, drop, Augmentation.PRESET.settings())
                .items(
                        images.toPath(),
                        labels == null ? null : labels.toPath(),
                        styles.toPath(),
                        output.toPath(),
                        note -> {});
    }
}
