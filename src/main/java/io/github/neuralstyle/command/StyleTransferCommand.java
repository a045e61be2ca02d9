package io.github.neuralstyle.command;

import io.github.neuralstyle.Options;
import io.github.neuralstyle.imagej.EngineService;
import io.github.neuralstyle.imagej.Forecast;
import io.github.neuralstyle.imagej.OptionFields;
import io.github.neuralstyle.imagej.StackPreview;
import io.github.neuralstyle.imagej.StackRun;
import io.github.neuralstyle.imagej.dialog.CheckedInputs;
import io.github.neuralstyle.imagej.dialog.HelpPages;
import io.github.neuralstyle.imagej.dialog.InputDialog;
import io.github.neuralstyle.imagej.dialog.PreviewedInputs;
import io.github.neuralstyle.imagej.imagej2.ImageJ2Bridge;
import io.github.neuralstyle.imagej.progress.RunProgress;
import net.imglib2.img.Img;
import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.prefs.PrefService;
import org.scijava.widget.Button;

/** A new image with the content of one in the style of others. Not persisted, so that a macro always does the same. */
@Plugin(
        type = Command.class,
        description = "Paints an image, or all its slices or regions, in the style of another: a new image.",
        attrs = @Attr(name = HelpPages.PAGE, value = "fiji.md#parameters-of-style-transfer"),
        menu = {@Menu(label = "Plugins"), @Menu(label = "Neural Style"), @Menu(label = "Style Transfer...", weight = 1)
        })
public class StyleTransferCommand extends ContextCommand implements CheckedInputs, PreviewedInputs {

    @Parameter
    private PrefService preferences;

    @Parameter(
            label = "Content",
            description = "The image to be shown in another style: all slices of a stack, or the selection in it.",
            callback = "forecast",
            persist = false)
    private Img<?> image;

    @Parameter(
            label = "Style",
            description = "The image with the style: its slice that is shown, or the selection in it; or a file.",
            autoFill = false,
            persist = false)
    private Img<?> styleimage;

    @Parameter(
            label = "Preset",
            description = "How long to work: draft is a preview, high for prints; or the method of the article.",
            choices = {"draft", "standard", "high", "statistics", "article"},
            callback = "forecast",
            persist = false)
    private String preset = Options.PRESET.initial().toString();

    @Parameter(
            label = "Strength",
            description = "0 keeps the content as it is, 1 keeps nothing but the style.",
            min = "0",
            max = "1",
            stepSize = "0.05",
            style = "slider,format:0.00",
            persist = false)
    private double strength = Options.STRENGTH.initial();

    @Parameter(
            label = "Size",
            description = "The longest side of the result in pixels; with regions, its limit.",
            min = "64",
            max = "16384",
            callback = "forecast",
            persist = false)
    private int size = Options.SIZE.initial();

    @Parameter(label = "Forecast", visibility = ItemVisibility.MESSAGE, initializer = "forecast", persist = false)
    private String forecast = "";

    @Parameter(
            label = "Steps",
            description = "Steps of the optimiser at each scale; 0 for those of the preset.",
            style = InputDialog.FOLD,
            min = "0",
            max = "100000",
            callback = "forecast",
            persist = false)
    private int steps;

    @Parameter(label = "Style scale", description = "Size of strokes.", min = "0.1", max = "4", persist = false)
    private double stylescale = Options.STYLE_SCALE.initial();

    @Parameter(label = "More styles", description = "Titles or files, for a mixture: a.png; b.png.", persist = false)
    private String morestyles = "";

    @Parameter(label = "Style weights", description = "As 0.7,0.3; empty: equal parts.", persist = false)
    private String styleweights = "";

    @Parameter(label = "Finish", description = "on, off or from 0 to 1; or the preset's.", persist = false)
    private String finish = "";

    @Parameter(label = "Finish in rotations", description = "Patches also of the turned style.", persist = false)
    private boolean finishrotations;

    @Parameter(
            label = "Network size",
            description = "The longest side at which the network works, then the finish; 0 for the preset's.",
            min = "0",
            max = "16384",
            callback = "forecast",
            persist = false)
    private int networksize;

    @Parameter(
            label = "Color",
            choices = {"style", "content", "luminance", "palette"},
            persist = false)
    private String color = "style";

    @Parameter(
            label = "Start from",
            choices = {"content", "noise"},
            persist = false)
    private String init = "content";

    @Parameter(label = "Losses", description = "As a,b; empty: the preset's.", callback = "forecast", persist = false)
    private String losses = "";

    @Parameter(label = "Seed", description = "Same seed, same picture.", min = "0", max = "2147483647", persist = false)
    private int seed = Options.SEED.initial().intValue();

    @Parameter(label = "Model", description = "A network or SavedModel folder.", callback = "forecast", persist = false)
    private String model = Options.MODEL.initial();

    @Parameter(
            label = "Precision",
            description = "bfloat16 is faster; auto takes it where the processor has it.",
            choices = {"auto", "float32", "bfloat16"},
            callback = "forecast",
            persist = false)
    private String precision = "auto";

    @Parameter(label = "State", description = "A file that keeps the run, to go on from.", persist = false)
    private String state = "";

    @Parameter(
            label = "Slices",
            description = "Slices start from the previous one, or each anew; or only the current one is made.",
            choices = {"continued", "independent", "current"},
            callback = "forecast",
            persist = false)
    private String slices = "continued";

    @Parameter(
            label = "Range",
            description = "Which values are black and white if there are more than 8 bits.",
            choices = {"minmax", "percentile", "full"},
            persist = false)
    private String range = "minmax";

    @Parameter(label = "Joint range", description = "All channels have one range.", persist = false)
    private boolean joint;

    @Parameter(
            label = "Colors of grey images",
            description = "Grey images stay grey, with their own bit depth, or get the style's colours, of 8 bits.",
            choices = {"content", "style"},
            persist = false)
    private String colors = "content";

    @Parameter(
            label = "Regions",
            description = "What is changed: the selection, if there is one; or labels or ROIs, each in its style.",
            choices = {"selection", "labels", "roi manager"},
            callback = "forecast",
            persist = false)
    private String regions = "selection";

    @Parameter(label = "Label image", description = "0: unchanged", autoFill = false, required = false, persist = false)
    private Img<?> labels;

    @Parameter(
            label = "Styles of regions",
            description = "Titles by labels or names of ROIs, as 1=a.png; 2=b.png; 3= (unchanged).",
            callback = "forecast",
            persist = false)
    private String regionstyles = "";

    @Parameter(label = "Feather", description = "Width of the soft edge.", min = "0", max = "256", persist = false)
    private int feather;

    @Parameter(label = "Live view", description = "Show the picture while it is made.", persist = false)
    private boolean liveview = true;

    @Parameter(label = "Last settings", callback = "useLastSettings", required = false, persist = false)
    private Button lastsettings;

    @Parameter(label = "Defaults", callback = "restoreDefaults", required = false, persist = false)
    private Button defaults;

    @Parameter(type = ItemIO.OUTPUT, label = "Stylized")
    private Img<?> output;

    @Parameter(type = ItemIO.OUTPUT, label = "Steps made")
    private int stepsmade;

    @Override
    public void run() {
        RunProgress.run(this, "Style transfer", liveview, progress -> {
            StackRun run =
                    new StackRun(new ImageJ2Bridge(getContext()), OptionFields.read(this), image, styleimage, labels);
            if (!run.run(EngineService.of(getContext()).engine(), progress)) return false;
            OptionFields.remember(this, preferences);
            run.learn(new Forecast(preferences));
            stepsmade = run.steps();
            output = run.output();
            return true;
        });
    }

    @Override
    public void checkInputs() {
        StackRun.check(new ImageJ2Bridge(getContext()), OptionFields.read(this), image, styleimage, labels);
    }

    @Override
    public void preview(Pictures pictures) {
        new StackPreview(new ImageJ2Bridge(getContext()), OptionFields.read(this), image, styleimage)
                .paint(EngineService.of(getContext()).engine(), pictures::show);
    }

    private void forecast() {
        ImageJ2Bridge bridge = new ImageJ2Bridge(getContext());
        forecast = new Forecast(preferences).text(() -> StackRun.Plan.of(bridge, OptionFields.read(this), image));
    }

    private void useLastSettings() {
        OptionFields.recall(this, preferences);
        forecast();
    }

    private void restoreDefaults() {
        OptionFields.write(this, OptionFields.read(new StyleTransferCommand()));
        forecast();
    }
}
