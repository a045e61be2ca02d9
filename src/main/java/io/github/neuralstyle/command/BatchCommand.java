package io.github.neuralstyle.command;

import io.github.neuralstyle.Options;
import io.github.neuralstyle.Preset;
import io.github.neuralstyle.Settings;
import io.github.neuralstyle.imagej.BatchJob;
import io.github.neuralstyle.imagej.EngineService;
import io.github.neuralstyle.imagej.OptionFields;
import io.github.neuralstyle.imagej.dialog.HelpPages;
import io.github.neuralstyle.imagej.progress.RunProgress;
import io.github.neuralstyle.model.ModelStore;
import java.io.File;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.log.LogService;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * {@code Plugins > Neural Style > Batch...}: PNG files of all images of a folder in the style of another image, and a
 * table of how each was made. The same again makes only what is not made yet. A wrong input cancels the command with the
 * reason; an image that fails is logged and counted.
 */
@Plugin(
        type = Command.class,
        description = "Paints all images of a folder in the style of one image.",
        attrs = @Attr(name = HelpPages.PAGE, value = "batch.md"),
        menu = {@Menu(label = "Plugins"), @Menu(label = "Neural Style"), @Menu(label = "Batch...", weight = 4)})
public class BatchCommand extends ContextCommand {

    @Parameter
    private LogService log;

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

    @Parameter(type = ItemIO.OUTPUT, label = "Pictures made or there already")
    private int done;

    @Parameter(type = ItemIO.OUTPUT, label = "Images that failed")
    private int failed;

    @Override
    public void run() {
        RunProgress.run(this, "Batch", false, progress -> {
            Settings settings = Options.read(Settings.defaults(), OptionFields.read(this))
                    .withModel(new ModelStore().absolute(model));
            BatchJob job = new BatchJob(
                    input.getAbsoluteFile(), styleimage.getAbsoluteFile(), output.getAbsoluteFile(), settings);
            BatchJob.Summary summary = progress.await(
                    () -> EngineService.of(getContext()).engine().run(job, state -> update(progress, state)));
            if (summary == null) return false;
            done = summary.done() + summary.skipped();
            failed = summary.failed();
            log.info("Batch: " + summary.done() + " done, " + summary.skipped() + " skipped, " + failed + " failed");
            return !progress.isCanceled();
        });
    }

    private boolean update(RunProgress progress, BatchJob.State state) {
        if (!state.failure().isEmpty()) log.error(state.failure());
        return progress.update(
                state.done(), state.finished() + " of " + state.of() + ", " + state.image(), state.left());
    }
}
