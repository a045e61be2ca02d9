package io.github.neuralstyle.command;

import io.github.neuralstyle.Options;
import io.github.neuralstyle.Settings;
import io.github.neuralstyle.Style;
import io.github.neuralstyle.batch.BlendSheet;
import io.github.neuralstyle.engine.Engine;
import io.github.neuralstyle.image.DescribedImg;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.imagej.EngineService;
import io.github.neuralstyle.imagej.Forecast;
import io.github.neuralstyle.imagej.OptionFields;
import io.github.neuralstyle.imagej.Regions;
import io.github.neuralstyle.imagej.RunInfo;
import io.github.neuralstyle.imagej.dialog.HelpPages;
import io.github.neuralstyle.imagej.imagej2.ImageJ2Bridge;
import io.github.neuralstyle.imagej.progress.RunProgress;
import io.github.neuralstyle.plot.Figure;
import io.github.neuralstyle.plot.Fonts;
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
 * {@code Plugins > Neural Style > Blend Sheet...}: a figure from style to style and through strengths. A wrong input cancels
 * the command with the reason.
 */
@Plugin(
        type = Command.class,
        description = "Makes a figure that goes from style to style in its columns, and through strengths in its rows.",
        attrs = @Attr(name = HelpPages.PAGE, value = "several-styles.md#a-sheet-to-choose-from"),
        menu = {@Menu(label = "Plugins"), @Menu(label = "Neural Style"), @Menu(label = "Blend Sheet...", weight = 1.2)})
public class BlendSheetCommand extends ContextCommand {

    @Parameter(label = "Content", description = "The image to be shown in other styles.", persist = false)
    private Img<?> image;

    @Parameter(label = "Style", description = "The first style: an image or a file.", autoFill = false, persist = false)
    private Img<?> styleimage;

    @Parameter(
            label = "More styles",
            description = "The further styles: titles or files, as a.png; b.png; none for strengths of one.",
            required = false,
            persist = false)
    private String morestyles = "";

    @Parameter(
            label = "Columns",
            description = "Pictures from the first style to the last.",
            min = "2",
            max = "20",
            persist = false)
    private int columns = BlendSheet.COLUMNS.initial();

    @Parameter(
            label = "Strengths",
            description = "A row for each, as 0.2,0.5,0.8; or of one style a column.",
            required = false,
            persist = false)
    private String strengths = "";

    @Parameter(
            label = "Preset",
            choices = {"draft", "standard", "high", "statistics", "article"},
            persist = false)
    private String preset = Options.PRESET.initial().toString();

    @Parameter(
            label = "Size",
            description = "The longest side of each picture in pixels.",
            min = "64",
            max = "16384",
            persist = false)
    private int size = BlendSheet.SIZE.initial();

    @Parameter(label = "Losses", description = "Empty for those of the preset.", required = false, persist = false)
    private String losses = "";

    @Parameter(label = "Seed", min = "0", max = "2147483647", persist = false)
    private int seed = Options.SEED.initial().intValue();

    @Parameter(label = "Model", description = "A network, or a SavedModel folder.", persist = false)
    private String model = Options.MODEL.initial();

    @Parameter(type = ItemIO.OUTPUT, label = "Blend sheet")
    private Img<?> output;

    @Override
    public void run() {
        RunProgress.run(this, "Blend sheet", false, progress -> {
            ImageJ2Bridge bridge = new ImageJ2Bridge(getContext());
            Settings settings = Options.read(Settings.defaults(), OptionFields.read(this));
            List<DescribedImg<?>> styles = Regions.styleImages(bridge, styleimage, morestyles);
            BlendSheet sheet = new BlendSheet(
                    Style.read(Regions.styles(styles, Style.weights(List.of(), styles.size()))),
                    styles.stream().map(ImageJ2Bridge::title).toList(),
                    settings,
                    columns,
                    strengths.isBlank() ? List.of() : BlendSheet.STRENGTHS.parse(strengths));
            Pixels content = Pixels.of(bridge.shown(image).inMemory());
            Fonts.check();
            Forecast.checkMemory(content.width(), content.height(), settings);
            Engine engine = EngineService.of(getContext()).engine();
            Figure figure = progress.await(() -> sheet.make(
                    content,
                    (mixed, own) -> engine.painter(mixed, own, false),
                    state -> progress.update(state.done(), state.toString(), state.left())));
            if (figure == null) return false;
            RunInfo info = new RunInfo("Blend Sheet").image("content", image);
            for (int i = 0; i < styles.size(); i++) info.image("style " + (i + 1), styles.get(i));
            info.settings(settings).add("columns", columns).add("strengths", strengths);
            output = bridge.figure(figure.draw(), image, "-sheet", info.toString());
            return true;
        });
    }
}
