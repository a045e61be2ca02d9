package io.github.neuralstyle.command;

import io.github.neuralstyle.imagej.RunInfo;
import java.util.Locale;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** {@code Plugins > Neural Style > Help and Citation}: a text on where to read on and what to cite; needs no network. */
@Plugin(
        type = Command.class,
        description = "What the commands of Neural Style do, where the manual is, and what to cite.",
        menu = {
            @Menu(label = "Plugins"),
            @Menu(label = "Neural Style"),
            @Menu(label = "Help and Citation", weight = 100)
        })
public class HelpCommand extends ContextCommand {

    private static final String TEXT =
            """
		Neural Style for Fiji %s

		Style Transfer...            a new image with the content of one image in the style of another
		Match Histograms...          a new image of one image with the histogram of another
		What the Network Sees...     a figure of what each layer of the network knows of an image
		Batch...                     pictures of all images of a folder
		Models...                    networks: install, import, check, remove
		Engine...                    TensorFlow, which runs beside ImageJ: install, check, stop

		Results are synthetic: never measure intensities in them. Image > Show Info tells how each was made.

		Manual, questions and errors: https://github.com/neuralstyle/neural-style

		In publications, please cite the program and the method:
		Neural Style for Fiji developers. Neural Style for Fiji, version %s. https://github.com/neuralstyle/neural-style
		Gatys, L. A., Ecker, A. S. & Bethge, M. Image Style Transfer Using Convolutional Neural Networks. CVPR 2016.
		https://doi.org/10.1109/CVPR.2016.265
		and, for the losses "shift", "hist" and "wasserstein", the papers listed in the manual.
		""";

    @Parameter(type = ItemIO.OUTPUT, label = "Neural Style help")
    private String text;

    @Override
    public void run() {
        text = String.format(Locale.ROOT, TEXT, RunInfo.version(), RunInfo.version());
    }
}
