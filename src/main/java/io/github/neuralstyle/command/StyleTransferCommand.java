package io.github.neuralstyle.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.log.LogService;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.prefs.PrefService;
import org.scijava.widget.Button;

import io.github.neuralstyle.Memory;
import io.github.neuralstyle.Painter;
import io.github.neuralstyle.Preset;
import io.github.neuralstyle.Progress;
import io.github.neuralstyle.Range;
import io.github.neuralstyle.RunLog;
import io.github.neuralstyle.Settings;
import io.github.neuralstyle.StyleTransfer;
import io.github.neuralstyle.Styles;
import io.github.neuralstyle.batch.SettingsColumns;
import io.github.neuralstyle.engine.Engine;
import io.github.neuralstyle.engine.EngineException;
import io.github.neuralstyle.image.Pixels;

import net.imglib2.img.Img;

/**
 * {@code Plugins > Neural Style > Style Transfer...}: a new image with the content of one in the style of another.
 * A wrong input cancels the command with the reason. No setting but those of {@link #lastsettings} is remembered, so that a
 * macro always does the same.
 */
@Plugin(type = Command.class, menu = { @Menu(label = "Plugins"), @Menu(label = "Neural Style"), @Menu(
	label = "Style Transfer...", weight = 1) })
public class StyleTransferCommand extends ContextCommand implements Stoppable {

	private static final String LAST = "last settings", CONTENT = "content", NOISE = "noise";

	@Parameter
	private LogService log;

	@Parameter
	private PrefService preferences;

	@Parameter(label = "Content", description = "The image to be shown in another style: (X,Y), (X,Y,3) or ARGB.",
		callback = "forecast", persist = false)
	private Img<?> image;

	@Parameter(label = "Style", description = "The image to learn the style from: (X,Y), (X,Y,3) or ARGB.",
		autoFill = false, persist = false)
	private Img<?> styleimage;

	@Parameter(label = "Preset", description = "How long to work: draft shows what to expect, high is for the wall; article is the recipe of the article.",
		choices = { "draft", "standard", "high", "article" }, callback = "forecast", required = false, persist = false)
	private String preset = Preset.STANDARD.toString();

	@Parameter(label = "Strength", description = "0 keeps the content as it is, 1 keeps nothing but the style.",
		min = "0", max = "1", stepSize = "0.05", style = "slider,format:0.00", required = false, persist = false)
	private double strength = Settings.STRENGTH.initial();

	@Parameter(label = "Size", description = "The longest side of the result in pixels.", min = "64", max = "16384",
		callback = "forecast", required = false, persist = false)
	private int size = (int) Settings.SIZE.initial();

	@Parameter(label = "Forecast", visibility = ItemVisibility.MESSAGE, initializer = "forecast", required = false,
		persist = false)
	private String forecast = "";

	@Parameter(label = "Advanced", visibility = ItemVisibility.MESSAGE, required = false, persist = false)
	private final String advanced = "the defaults suit most images";

	@Parameter(label = "Steps", description = "Steps of the optimiser at each scale; 0 for those of the preset.", min = "0",
		max = "100000", callback = "forecast", required = false, persist = false)
	private int steps;

	@Parameter(label = "Style scale", description = "The longest side of the style image relative to the result's: the size of the strokes.",
		min = "0.1", max = "4", stepSize = "0.1", required = false, persist = false)
	private double stylescale = Settings.STYLE_SCALE.initial();

	@Parameter(label = "Start from", description = "What the picture is before the first step.", choices = { CONTENT, NOISE },
		required = false, persist = false)
	private String init = CONTENT;

	@Parameter(label = "Losses", description = "Which losses are combined, separated by commas; empty for those of the preset.",
		callback = "forecast", required = false, persist = false)
	private String losses = "";

	@Parameter(label = "Seed", description = "The same seed gives the same picture again.", min = "0",
		max = "2147483647", required = false, persist = false)
	private int seed = (int) Settings.SEED.initial();

	@Parameter(label = "Model", description = "The name of a network, or the folder of a TensorFlow SavedModel.",
		callback = "forecast", required = false, persist = false)
	private String model = Settings.MODEL;

	@Parameter(label = "Live view", description = "Show the picture while it is made, where there is a display.",
		required = false, persist = false)
	private boolean liveview = true;

	@Parameter(label = "Last settings", description = "Set all as in the last run.", callback = "useLastSettings",
		required = false, persist = false)
	private Button lastsettings;

	@Parameter(label = "Restore defaults", description = "Set all as at first.", callback = "restoreDefaults",
		required = false, persist = false)
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
			ImageJBridge bridge = new ImageJBridge(getContext());
			Img<?> content = bridge.current(image), style = styleimage == image ? content : bridge.current(styleimage);
			Memory.check((int) content.dimension(0), (int) content.dimension(1), size);
			RunLog runLog = new RunLog();
			StyleTransfer.Result result = progress.await(() -> transfer(content, style, settings, state -> {
				runLog.update(state);
				return progress.update(state);
			}));
			if (result == null) {
				cancel(null);
				return;
			}
			remember(content, settings, result, runLog);
			stepsmade = result.steps();
			String info = new RunInfo("Style Transfer").image("content", content).image("style", style).settings(settings)
				.run(runLog, result.stopped()).toString();
			output = bridge.output(result.picture(), content, "-style", info);
		}
		catch (IllegalArgumentException | IOException | UncheckedIOException | EngineException e) {
			fail(e.getMessage());
		}
		catch (OutOfMemoryError e) {
			fail("The memory does not suffice for a size of " + size + " pixels: choose a smaller one, or close other programs.");
		}
	}

	private static StyleTransfer.Result transfer(Img<?> content, Img<?> style, Settings settings, Progress progress) {
		Pixels pixels = Pixels.of(content);
		try (Painter painter = Engine.ofImageJ().painter(Styles.of(List.of(Pixels.of(style)), 1), settings, false)) {
			return painter.paint(pixels, null, progress);
		}
	}

	private Settings settings() {
		return SettingsColumns.read(Settings.defaults(), texts());
	}

	/** By the names of SettingsColumns; what is empty is left to the preset. */
	private Map<String, String> texts() {
		Map<String, String> texts = new HashMap<>();
		texts.put(SettingsColumns.PRESET, preset);
		texts.put("strength", Range.text(strength));
		texts.put("size", Range.text(size));
		texts.put("steps", steps == 0 ? "" : Range.text(steps));
		texts.put("style-scale", Range.text(stylescale));
		texts.put("init", init);
		texts.put("losses", losses);
		texts.put("seed", Range.text(seed));
		texts.put("model", model);
		texts.values().removeIf(value -> value == null);
		return texts;
	}

	private void remember(Img<?> content, Settings settings, StyleTransfer.Result result, RunLog runLog) {
		preferences.put(StyleTransferCommand.class, LAST, texts());
		if (!result.stopped())
			new Forecast(preferences).learn(content.dimension(0), content.dimension(1), settings,
				runLog.rows().get(result.steps() - 1).seconds());
	}

	@SuppressWarnings("unused")
	private void forecast() {
		try {
			forecast = image == null ? "" : new Forecast(preferences).text(image.dimension(0), image.dimension(1), settings());
		}
		catch (IllegalArgumentException e) {
			forecast = e.getMessage();
		}
	}

	@SuppressWarnings("unused")
	private void useLastSettings() {
		Map<String, String> last = preferences.getMap(StyleTransferCommand.class, LAST);
		if (last != null && !last.isEmpty())
			set(last);
	}

	@SuppressWarnings("unused")
	private void restoreDefaults() {
		set(new StyleTransferCommand().texts());
	}

	private void set(Map<String, String> texts) {
		preset = texts.get(SettingsColumns.PRESET);
		strength = Double.parseDouble(texts.get("strength"));
		size = Integer.parseInt(texts.get("size"));
		steps = texts.get("steps").isEmpty() ? 0 : Integer.parseInt(texts.get("steps"));
		stylescale = Double.parseDouble(texts.get("style-scale"));
		init = texts.get("init");
		losses = texts.get("losses");
		seed = Integer.parseInt(texts.get("seed"));
		model = texts.get("model");
		forecast();
	}

	@Override
	public void stopAndKeep() {
		RunProgress run = running;
		if (run != null)
			run.keep();
	}

	private void fail(String reason) {
		log.error(reason);
		cancel(reason);
	}
}
