package io.github.neuralstyle.command;

import io.github.neuralstyle.Options;
import io.github.neuralstyle.Preset;
import io.github.neuralstyle.Region;
import io.github.neuralstyle.Settings;
import io.github.neuralstyle.StackTransfer;
import io.github.neuralstyle.Style;
import io.github.neuralstyle.engine.Engine;
import io.github.neuralstyle.engine.EngineException;
import io.github.neuralstyle.engine.worker.WorkerEngine;
import io.github.neuralstyle.image.DescribedImg;
import io.github.neuralstyle.imagej.Forecast;
import io.github.neuralstyle.imagej.OptionFields;
import io.github.neuralstyle.imagej.Regions;
import io.github.neuralstyle.imagej.RunInfo;
import io.github.neuralstyle.imagej.StackRun;
import io.github.neuralstyle.imagej.imagej2.ImageJ2Bridge;
import io.github.neuralstyle.imagej.progress.RunProgress;
import io.github.neuralstyle.imagej.progress.Stoppable;
import io.github.neuralstyle.transfer.Painter;
import io.github.neuralstyle.transfer.RunLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.function.Function;
import net.imglib2.img.Img;
import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.log.LogService;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.prefs.PrefService;
import org.scijava.ui.UIService;
import org.scijava.widget.Button;

/**
 * {@code Plugins > Neural Style > Style Transfer...}: a new image with the content of one in the style of another.
 * A wrong input cancels the command with the reason. No setting but those of {@link #lastsettings} is remembered, so that a
 * macro always does the same.
 */
@Plugin(
        type = Command.class,
        menu = {@Menu(label = "Plugins"), @Menu(label = "Neural Style"), @Menu(label = "Style Transfer...", weight = 1)
        })
public class StyleTransferCommand extends ContextCommand implements Stoppable {

    private static final String LAST = "last settings";

    @Parameter
    private LogService log;

    @Parameter
    private PrefService preferences;

    @Parameter(
            label = "Content",
            description = "The image to be shown in another style; of stacks all slices, of a selection only that.",
            callback = "forecast",
            persist = false)
    private Img<?> image;

    @Parameter(
            label = "Style",
            description = "The image to learn the style from: its slice that is shown, of a selection only that.",
            initializer = "chooseOther",
            autoFill = false,
            persist = false)
    private Img<?> styleimage;

    @Parameter(
            label = "Preset",
            description =
                    "How long to work: draft shows what to expect, high is for the wall; article is the recipe of the article.",
            choices = {"draft", "standard", "high", "article"},
            callback = "forecast",
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
            description = "The longest side of the result in pixels; with regions, the most at which is worked.",
            min = "64",
            max = "16384",
            callback = "forecast",
            required = false,
            persist = false)
    private int size = Options.SIZE.initial();

    @Parameter(
            label = "Forecast",
            visibility = ItemVisibility.MESSAGE,
            initializer = "forecast",
            required = false,
            persist = false)
    private String forecast = "";

    @Parameter(label = "Advanced", visibility = ItemVisibility.MESSAGE, required = false, persist = false)
    private final String advanced = "the defaults suit most images";

    @Parameter(
            label = "Steps",
            description = "Steps of the optimiser at each scale; 0 for those of the preset.",
            min = "0",
            max = "100000",
            callback = "forecast",
            required = false,
            persist = false)
    private int steps;

    @Parameter(
            label = "Style scale",
            description = "The longest side of the style image relative to the result's: the size of the strokes.",
            min = "0.1",
            max = "4",
            stepSize = "0.1",
            required = false,
            persist = false)
    private double stylescale = Options.STYLE_SCALE.initial();

    @Parameter(
            label = "Start from",
            description = "What the picture is before the first step.",
            choices = {"content", "noise"},
            required = false,
            persist = false)
    private String init = "content";

    @Parameter(
            label = "Losses",
            description = "Which losses are combined, separated by commas; empty for those of the preset.",
            callback = "forecast",
            required = false,
            persist = false)
    private String losses = "";

    @Parameter(
            label = "Seed",
            description = "The same seed gives the same picture again.",
            min = "0",
            max = "2147483647",
            required = false,
            persist = false)
    private int seed = Options.SEED.initial().intValue();

    @Parameter(
            label = "Model",
            description = "The name of a network, or the folder of a TensorFlow SavedModel.",
            callback = "forecast",
            required = false,
            persist = false)
    private String model = Options.MODEL.initial();

    @Parameter(
            label = "Slices",
            description = "Slices and frames start from the one before, or each anew; or only the current one is made.",
            choices = {"continued", "independent", "current"},
            callback = "forecast",
            required = false,
            persist = false)
    private String slices = "continued";

    @Parameter(
            label = "Range",
            description = "Which values are black and white if there are more than 8 bits.",
            choices = {"minmax", "percentile", "full"},
            required = false,
            persist = false)
    private String range = "minmax";

    @Parameter(label = "Joint range", description = "All channels have one range.", required = false, persist = false)
    private boolean joint;

    @Parameter(
            label = "Colors",
            description = "Grey images stay grey, with their own bit depth, or get the style's colours, of 8 bits.",
            choices = {"content", "style"},
            required = false,
            persist = false)
    private String colors = "content";

    @Parameter(
            label = "Regions",
            description =
                    "What is changed: the selection, or all if there is none; or labels or ROIs, each with its style.",
            choices = {"selection", "labels", "roi manager"},
            callback = "forecast",
            required = false,
            persist = false)
    private String regions = "selection";

    @Parameter(
            label = "Label image",
            description = "For the regions labels: whole numbers, 0 for what stays as it is.",
            autoFill = false,
            required = false,
            persist = false)
    private Img<?> labels;

    @Parameter(
            label = "Styles of regions",
            description = "Labels or names of ROIs and titles of open images, as 1=a.png; 2=b.png; 3= "
                    + "(as it is). The others take the style.",
            callback = "forecast",
            required = false,
            persist = false)
    private String regionstyles = "";

    @Parameter(
            label = "Feather",
            description = "The width of the soft edge inside each region in pixels.",
            min = "0",
            max = "256",
            required = false,
            persist = false)
    private int feather;

    @Parameter(
            label = "Live view",
            description = "Show the picture while it is made, where there is a display.",
            required = false,
            persist = false)
    private boolean liveview = true;

    @Parameter(
            label = "Last settings",
            description = "Set all as in the last run.",
            callback = "useLastSettings",
            required = false,
            persist = false)
    private Button lastsettings;

    @Parameter(
            label = "Restore defaults",
            description = "Set all as at first.",
            callback = "restoreDefaults",
            required = false,
            persist = false)
    private Button defaults;

    @Parameter(type = ItemIO.OUTPUT, label = "Stylized")
    private Img<?> output;

    @Parameter(type = ItemIO.OUTPUT, label = "Steps made")
    private int stepsmade;

    private volatile RunProgress running;

    @Override
    public void run() {
        try (RunProgress progress = running = new RunProgress(getContext(), this, "Style transfer", liveview)) {
            Settings settings = settings();
            ImageJ2Bridge bridge = new ImageJ2Bridge(getContext());
            DescribedImg<?> content = bridge.described(image),
                    style = styleimage == image ? content : bridge.described(styleimage);
            StackRun run = new StackRun(
                    OptionFields.read(this),
                    content,
                    new Regions(bridge, content, style).of(regions, labels, regionstyles),
                    settings);
            RunLog runLog = new RunLog();
            StackTransfer.Result result = progress.await(() -> run.transfer(painters(run.plan()), state -> {
                runLog.update(state.step());
                return progress.update(state);
            }));
            if (result == null) {
                cancel(null);
                return;
            }
            remember(run, result, runLog);
            stepsmade = result.steps();
            RunInfo info = new RunInfo("Style Transfer")
                    .image("content", content)
                    .image("style", style)
                    .settings(settings);
            if (Options.REGIONS.parse(regions) == Options.Regions.LABELS) info.image("labels", labels);
            output = bridge.outputStack(
                    run.describe(result),
                    content,
                    "-style",
                    run.tell(info, OptionFields.read(this), result)
                            .run(runLog, result.stopped())
                            .toString());
        } catch (IllegalArgumentException | IOException | UncheckedIOException | EngineException e) {
            fail(e.getMessage());
        } catch (OutOfMemoryError e) {
            fail("The memory does not suffice for a size of " + size
                    + " pixels: choose a smaller one, or close other programs.");
        }
    }

    private static Function<Region, Painter> painters(StackRun.Plan plan) {
        Engine engine = WorkerEngine.ofImageJ();
        return region -> engine.painter(
                Style.read(region.styles()), plan.settings(), plan.pictures().all() > 1);
    }

    private Settings settings() {
        return Options.read(Settings.defaults(), OptionFields.read(this));
    }

    private void remember(StackRun run, StackTransfer.Result result, RunLog runLog) {
        preferences.put(StyleTransferCommand.class, LAST, OptionFields.read(this));
        if (!result.stopped())
            new Forecast(preferences)
                    .learn(run.plan(), runLog.rows().get(result.steps() - 1).seconds());
    }

    /** Where there is a dialog, it begins with a style that is not the content. */
    @SuppressWarnings("unused")
    private void chooseOther() {
        UIService ui = getContext().getService(UIService.class);
        if (styleimage == null && ui != null && ui.isVisible() && !ui.isHeadless())
            styleimage = new ImageJ2Bridge(getContext()).other();
    }

    @SuppressWarnings("unused")
    private void forecast() {
        try {
            forecast = image == null
                    ? ""
                    : new Forecast(preferences)
                            .text(StackRun.Plan.of(
                                    OptionFields.read(this),
                                    image,
                                    new ImageJ2Bridge(getContext()).glance(image),
                                    settings()));
        } catch (IllegalArgumentException e) {
            forecast = e.getMessage();
        }
    }

    @SuppressWarnings("unused")
    private void useLastSettings() {
        Map<String, String> last = preferences.getMap(StyleTransferCommand.class, LAST);
        if (last != null && !last.isEmpty()) set(last);
    }

    @SuppressWarnings("unused")
    private void restoreDefaults() {
        set(OptionFields.read(new StyleTransferCommand()));
    }

    private void set(Map<String, String> texts) {
        OptionFields.write(this, texts);
        forecast();
    }

    @Override
    public void stopAndKeep() {
        RunProgress run = running;
        if (run != null) run.keep();
    }

    private void fail(String reason) {
        log.error(reason);
        cancel(reason);
    }
}
