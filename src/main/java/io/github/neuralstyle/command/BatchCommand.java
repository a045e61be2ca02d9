package io.github.neuralstyle.command;

import io.github.neuralstyle.Options;
import io.github.neuralstyle.Preset;
import io.github.neuralstyle.Settings;
import io.github.neuralstyle.batch.BatchInput;
import io.github.neuralstyle.imagej.BatchJob;
import io.github.neuralstyle.imagej.OptionFields;
import io.github.neuralstyle.imagej.dialog.HelpPages;
import io.github.neuralstyle.model.ModelStore;
import java.io.File;
import java.io.IOException;
import java.util.List;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * {@code Plugins > Neural Style > Batch...}: PNG files of all images of a folder in the style of another image, and a
 * table of how each was made.
 */
@Plugin(
        type = Command.class,
        description = "Paints all images of a folder in the style of one image.",
        attrs = @Attr(name = HelpPages.PAGE, value = "batch.md"),
        menu = {@Menu(label = "Plugins"), @Menu(label = "Neural Style"), @Menu(label = "Batch...", weight = 4)})
public class BatchCommand extends FolderCommand {

    @Parameter(
            label = "Input",
            description = "The folder whose images are to be shown in another style.",
            style = "directory")
    private File input;

    @Parameter(label = "Style", description = "The image file to learn the style from.", style = "open")
    private File styleimage;

    @Parameter(
            label = "Output",
            description = "The folder for the pictures and their table; made if absent.",
            style = "directory")
    private File output;

    @Parameter(
            label = "Preset",
            description =
                    "How long to work: draft shows what to expect, high is for the wall; article is the recipe of the article.",
            choices = {"draft", "standard", "high", "statistics", "article"},
            required = false,
            persist = false)
    private String preset = Preset.STANDARD.toString();

    @Parameter(
            label = "Strength",
            description = "0 keeps the content as it is, 1 keeps nothing but the style.",
            min = "0",
            max = "1",
            stepSize = "0.05",
            style = "slider,format:0.00",
            required = false,
            persist = false)
    private double strength = Options.STRENGTH.initial();

    @Parameter(
            label = "Size",
            description = "The longest side of the results in pixels.",
            min = "64",
            max = "16384",
            required = false,
            persist = false)
    private int size = Options.SIZE.initial();

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

    @Override
    public void run() {
        run(
                "Batch",
                () -> new BatchJob(
                        input.getAbsoluteFile(), styleimage.getAbsoluteFile(), output.getAbsoluteFile(), settings()));
    }

    private Settings settings() {
        return Options.read(Settings.defaults(), OptionFields.read(this)).withModel(new ModelStore().absolute(model));
    }

    @Override
    public void checkInputs() throws IOException {
        new ModelStore().check(model);
        if (!styleimage.isFile())
            throw new IOException("Cannot read " + styleimage + ": there is no such file; choose an image.");
        BatchInput.folder(input.toPath(), List.of(styleimage.toPath()), output.toPath(), settings(), "png", note -> {});
    }
}
