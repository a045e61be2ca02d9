package io.github.neuralstyle.command;

import io.github.neuralstyle.Options;
import io.github.neuralstyle.image.Images;
import io.github.neuralstyle.image.histogram.HistogramMatching;
import io.github.neuralstyle.image.histogram.HistogramMatching.Mode;
import io.github.neuralstyle.imagej.RunInfo;
import io.github.neuralstyle.imagej.dialog.HelpPages;
import io.github.neuralstyle.imagej.imagej2.ImageJ2Bridge;
import io.github.neuralstyle.imagej.progress.RunProgress;
import io.github.neuralstyle.plot.Fonts;
import io.github.neuralstyle.plot.MatchingPlot;
import net.imglib2.img.Img;
import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * {@code Plugins > Neural Style > Match Histograms...}: a new image of the content with the histogram of the style.
 * A wrong input cancels the command with the reason.
 */
@Plugin(
        type = Command.class,
        description = "Makes a new image of one image with the histogram or the colours of another.",
        attrs = @Attr(name = HelpPages.PAGE, value = "losses.md#histogram-matching"),
        menu = {
            @Menu(label = "Plugins"),
            @Menu(label = "Neural Style"),
            @Menu(label = "Match Histograms...", weight = 2)
        })
public class MatchHistogramsCommand extends ContextCommand {

    @Parameter(
            label = "Content",
            description = "The image to give another histogram: (X,Y), (X,Y,C) or ARGB.",
            persist = false)
    private Img<?> image;

    @Parameter(
            label = "Style",
            description = "The image that has the histogram: (X,Y), (X,Y,C) or ARGB.",
            autoFill = false,
            persist = false)
    private Img<?> styleimage;

    /** The name of {@link #image} in older scripts. */
    @Parameter(visibility = ItemVisibility.INVISIBLE, required = false, autoFill = false, persist = false)
    private Img<?> source;

    /** The name of {@link #styleimage} in older scripts. */
    @Parameter(visibility = ItemVisibility.INVISIBLE, required = false, autoFill = false, persist = false)
    private Img<?> template;

    @Parameter(
            label = "Mode",
            description = "What is matched: the luminance, each channel, or colours along the template's "
                    + "principal axes.",
            choices = {"grey", "channels", "decorrelated"},
            required = false,
            persist = false)
    private String mode = "channels";

    @Parameter(
            label = "Method",
            description = "Exact gives the very histogram, binned keeps flat regions flat.",
            choices = {"exact", "binned"},
            required = false,
            persist = false)
    private String method = "binned";

    @Parameter(
            label = "Bins",
            description = "Of the histograms, for the method binned.",
            min = "2",
            max = "65536",
            required = false,
            persist = false)
    private int bins = (int) HistogramMatching.BINS.initial();

    @Parameter(
            label = "Show plot",
            description = "Whether to plot the histograms, too.",
            required = false,
            persist = false)
    private boolean showplot;

    @Parameter(type = ItemIO.OUTPUT, label = "Matched")
    private Img<?> output;

    @Parameter(type = ItemIO.OUTPUT, label = "Histograms")
    private Img<?> plot;

    @Override
    public void run() {
        RunProgress.attempt(this, () -> {
            Mode chosen = Options.MODE.parse(mode);
            if (showplot) Fonts.check();
            ImageJ2Bridge bridge = new ImageJ2Bridge(getContext());
            Img<?> content = source == null ? image : source, style = template == null ? styleimage : template;
            Img<?> from = bridge.current(content), to = style == content ? from : bridge.current(style);
            Img<?> matched = new HistogramMatching(chosen, Options.METHOD.parse(method), bins).match(from, to);
            String info = new RunInfo("Match Histograms")
                    .image("source", from)
                    .image("template", to)
                    .add("mode", mode)
                    .add("method", method)
                    .add("bins", bins)
                    .toString();
            output = bridge.output(matched, from, "-matched", info);
            if (showplot)
                plot = bridge.figure(
                        Images.argb(MatchingPlot.of(from, to, matched, chosen)), from, "-histograms", info);
        });
    }
}
