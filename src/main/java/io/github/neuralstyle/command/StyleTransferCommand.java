package io.github.neuralstyle.command;

import java.io.UncheckedIOException;
import java.util.List;

import org.scijava.ItemIO;
import org.scijava.app.StatusService;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.log.LogService;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.tensorflow.exceptions.TFResourceExhaustedException;

import io.github.neuralstyle.Memory;
import io.github.neuralstyle.Preset;
import io.github.neuralstyle.Progress;
import io.github.neuralstyle.Settings;
import io.github.neuralstyle.StyleTransfer;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.model.ModelStore;
import io.github.neuralstyle.model.NativeLog;

import net.imglib2.img.Img;

/**
 * {@code Plugins > Neural Style > Style Transfer...}: a new image with the content of one in the style of another.
 * A wrong input cancels the command with the reason.
 */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Neural Style"), @Menu(
	label = "Style Transfer...") })
public class StyleTransferCommand extends ContextCommand {

	@Parameter
	private StatusService status;

	@Parameter
	private LogService log;

	@Parameter(label = "Content", description = "The image to be shown in another style: (X,Y), (X,Y,3) or ARGB.",
		persist = false)
	private Img<?> image;

	@Parameter(label = "Style", description = "The image to learn the style from: (X,Y), (X,Y,3) or ARGB.",
		autoFill = false, persist = false)
	private Img<?> styleimage;

	@Parameter(label = "Preset", description = "How long to work: draft shows what to expect, high is for the wall; article is the recipe of the article.",
		choices = { "draft", "standard", "high", "article" }, required = false)
	private String preset = Preset.STANDARD.toString();

	@Parameter(label = "Strength", description = "0 keeps the content as it is, 1 keeps nothing but the style.",
		min = "0", max = "1", stepSize = "0.05", style = "slider,format:0.00", required = false)
	private double strength = Settings.STRENGTH.initial();

	@Parameter(label = "Size", description = "The longest side of the result in pixels.", min = "64", max = "16384",
		required = false)
	private int size = (int) Settings.SIZE.initial();

	@Parameter(label = "Seed", description = "The same seed gives the same picture again.", min = "0",
		max = "2147483647", required = false)
	private int seed = (int) Settings.SEED.initial();

	@Parameter(label = "Model", description = "The name of a network, or the folder of a TensorFlow SavedModel.",
		required = false)
	private String model = Settings.MODEL;

	@Parameter(type = ItemIO.OUTPUT, label = "Stylized")
	private Img<?> output;

	@Override
	public void run() {
		NativeLog.silence();
		try {
			Settings settings = Preset.of(preset).settings().withStrength(strength).withSize(size)
				.withSeed(seed).withModel(model);
			Pixels content = Pixels.of(image), style = Pixels.of(styleimage);
			Memory.check(content.width(), content.height(), size);
			output = StyleTransfer.run(new ModelStore().load(model), content, List.of(style), new double[] { 1 }, settings,
				this::update).image();
		}
		catch (IllegalArgumentException | UncheckedIOException e) {
			fail(e.getMessage());
		}
		catch (OutOfMemoryError | TFResourceExhaustedException e) {
			fail("The memory does not suffice for a size of " + size + " pixels: choose a smaller one, or close other programs.");
		}
	}

	private void fail(String reason) {
		log.error(reason);
		cancel(reason);
	}

	private boolean update(Progress.State state) {
		status.showStatus((int) (1000 * state.done()), 1000, "Style transfer at " + state.width() + "x" + state.height() +
			", step " + state.step() + " of " + state.steps() + ", " + state.left().toSeconds() + " s left");
		return !isCanceled();
	}
}
