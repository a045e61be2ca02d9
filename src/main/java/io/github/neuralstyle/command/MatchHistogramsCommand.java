package io.github.neuralstyle.command;

import io.github.neuralstyle.Options;
import io.github.neuralstyle.image.DescribedImg;
import io.github.neuralstyle.image.Hyperstack;
import io.github.neuralstyle.image.Images;
import io.github.neuralstyle.image.histogram.HistogramMatching;
import io.github.neuralstyle.image.histogram.HistogramMatching.Mode;
import io.github.neuralstyle.image.histogram.StackMatching;
import io.github.neuralstyle.image.stain.StainVectors;
import io.github.neuralstyle.image.stain.StainedImage;
import io.github.neuralstyle.imagej.RunInfo;
import io.github.neuralstyle.imagej.dialog.CheckedInputs;
import io.github.neuralstyle.imagej.dialog.HelpPages;
import io.github.neuralstyle.imagej.imagej2.ImageJ2Bridge;
import io.github.neuralstyle.imagej.progress.RunProgress;
import io.github.neuralstyle.plot.Fonts;
import io.github.neuralstyle.plot.MatchingPlot;
import io.github.neuralstyle.util.OutputFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import net.imglib2.RandomAccessibleInterval;
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
        description = "Makes a new image of one image with the histogram, the colours or the stains of another.",
        attrs = @Attr(name = HelpPages.PAGE, value = "losses.md#histogram-matching"),
        menu = {
            @Menu(label = "Plugins"),
            @Menu(label = "Neural Style"),
            @Menu(label = "Match Histograms...", weight = 2)
        })
public class MatchHistogramsCommand extends ContextCommand implements CheckedInputs {

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
            description =
                    "What is matched: the luminance, each channel, or colours along the template's principal axes; "
                            + "means and deviations (reinhard); or two stains of tissue (macenko, vahadane).",
            choices = {"grey", "channels", "decorrelated", "reinhard", "macenko", "vahadane"},
            required = false,
            persist = false)
    private String mode = "channels";

    @Parameter(
            label = "Method",
            description = "Exact gives the very histogram, binned keeps flat regions flat; for the first three modes.",
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
            description = "Whether to plot the histograms or the stains, too.",
            required = false,
            persist = false)
    private boolean showplot;

    @Parameter(
            label = "All slices",
            description =
                    "Whether to match all slices and frames of a stack, as one image, or only the one that is shown.",
            required = false,
            persist = false)
    private boolean stack;

    @Parameter(
            label = "Save stains as",
            description = "A CSV file for the stain vectors of both images, for the modes macenko and vahadane.",
            style = "save",
            required = false,
            persist = false)
    private File stains;

    @Parameter(type = ItemIO.OUTPUT, label = "Matched")
    private Img<?> output;

    @Parameter(type = ItemIO.OUTPUT, label = "Histograms")
    private Img<?> plot;

    @Override
    public void run() {
        RunProgress.attempt(this, () -> {
            Mode chosen = Options.MODE.parse(mode);
            if (showplot) Fonts.check();
            if (stains != null) OutputFile.checkWritable(stains.toPath());
            ImageJ2Bridge bridge = new ImageJ2Bridge(getContext());
            Img<?> content = source == null ? image : source, style = template == null ? styleimage : template;
            DescribedImg<?> all = stack ? bridge.described(content, false).inMemory() : null;
            Img<?> from = all == null ? bridge.current(content) : all,
                    to = style == content && all == null ? from : bridge.current(style);
            HistogramMatching matching = new HistogramMatching(chosen, Options.METHOD.parse(method), bins);
            Hyperstack slices =
                    all == null ? null : new Hyperstack(all, all.metadata().axes());
            Img<?> matched = slices == null ? matching.match(from, to) : StackMatching.match(matching, slices, to);
            RunInfo info = new RunInfo("Match Histograms")
                    .image("source", from)
                    .image("template", to)
                    .add("mode", mode)
                    .add("method", method)
                    .add("bins", bins);
            RandomAccessibleInterval<?> plane = slices == null ? from : StackMatching.tall(slices);
            if (chosen.isStains()) addStains(info, chosen, plane, to);
            output = slices == null
                    ? bridge.output(matched, from, "-matched", info.toString())
                    : bridge.outputStack(
                            matched, slices.axes(), all.metadata().color(), all, "-matched", info.toString());
            if (showplot)
                plot = bridge.figure(
                        Images.argb(MatchingPlot.of(
                                plane,
                                to,
                                slices == null ? matched : StackMatching.tall(slices.with(matched)),
                                chosen)),
                        from,
                        chosen.isStains() ? "-stains" : "-histograms",
                        info.toString());
        });
    }

    @Override
    public void checkInputs() throws IOException {
        if (showplot) Fonts.check();
        if (stains != null) OutputFile.checkWritable(stains.toPath());
        if (!Options.MODE.parse(mode).isStains()) return;
        ImageJ2Bridge bridge = new ImageJ2Bridge(getContext());
        StainedImage.checkType("source", bridge.shown(image));
        StainedImage.checkType("template", bridge.shown(styleimage));
    }

    /** Tells the stain vectors, and saves them if that is wanted. */
    private void addStains(RunInfo info, Mode chosen, RandomAccessibleInterval<?> from, Img<?> to) throws IOException {
        Map<String, StainVectors> both = StainedImage.stains(from, to, chosen == Mode.VAHADANE);
        both.forEach((role, vectors) -> {
            for (int s = 0; s < 2; s++) info.add(role + " stain " + (s + 1), vectors.text(s));
        });
        if (stains != null) OutputFile.write(stains.toPath(), file -> Files.writeString(file, StainVectors.csv(both)));
    }
}
