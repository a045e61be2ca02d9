package io.github.neuralstyle;

import java.util.List;
import java.util.Random;

import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.image.Pyramid;
import io.github.neuralstyle.image.Pyramid.Size;
import io.github.neuralstyle.image.Resampling;
import io.github.neuralstyle.loss.Balance;
import io.github.neuralstyle.loss.LossGraph;
import io.github.neuralstyle.loss.Losses;
import io.github.neuralstyle.model.FeatureModel;
import io.github.neuralstyle.optimize.Adam;
import io.github.neuralstyle.optimize.LBfgs;
import io.github.neuralstyle.optimize.Optimizer;

/**
 * Makes a picture with the content of one image in the style of others (Gatys, Ecker &amp; Bethge 2016): its pixels are
 * the variables of an optimisation, which goes from coarse to fine.
 */
public final class StyleTransfer {

	/** Grey levels per step of Adam at the beginning of a scale, and the part of it at the end. */
	private static final double RATE = 5, LAST_RATE = 0.2;

	private static final float GREY = 127.5f, NOISE = 40;

	/**
	 * What came out.
	 *
	 * @param steps how many were made, over all scales
	 * @param stopped whether it was stopped before its end
	 */
	public record Result(Pixels picture, int steps, boolean stopped) {
	}

	private final LossGraph losses;
	private final Pixels content;
	private final List<Pixels> styles;
	private final double[] proportions;
	private final Settings settings;
	private final Clock clock;

	private StyleTransfer(LossGraph losses, Pixels content, List<Pixels> styles, double[] proportions, Settings settings, Clock clock) {
		this.losses = losses;
		this.content = content;
		this.styles = styles;
		this.proportions = proportions;
		this.settings = settings;
		this.clock = clock;
	}

	/**
	 * Makes the picture.
	 *
	 * @param styles at least one, with a weight over 0 for each
	 * @throws IllegalArgumentException if an image is too small, or the model lacks a layer
	 */
	public static Result run(FeatureModel model, Pixels content, List<Pixels> styles, double[] weights, Settings settings, Progress progress) {
		requireSize("content", content);
		styles.forEach(style -> requireSize("style", style));
		double sum = java.util.stream.DoubleStream.of(weights).sum();
		double[] proportions = java.util.stream.DoubleStream.of(weights).map(w -> w / sum).toArray();
		List<Size> sizes = Pyramid.sizes(content.width(), content.height(), settings.size());
		try (LossGraph losses = new LossGraph(model, Losses.terms(settings.losses(), settings.strength()))) {
			return new StyleTransfer(losses, content, styles, proportions, settings, new Clock(sizes, settings.steps(), progress)).run(sizes);
		}
	}

	private static void requireSize(String role, Pixels image) {
		if (Math.min(image.width(), image.height()) < Pyramid.LEAST)
			throw new IllegalArgumentException("The " + role + " image of " + image.width() + "x" + image.height() +
				" pixels is too small; its shortest side must be at least " + Pyramid.LEAST + " pixels.");
	}

	private Result run(List<Size> sizes) {
		Optimizer optimizer = switch (settings.optimizer()) {
			case ADAM -> new Adam(RATE, 0, 255);
			case LBFGS -> new LBfgs(10, 0, 255);
		};
		float[] x = null;
		Size before = null;
		int steps = 0;
		for (Size size : sizes) {
			Pixels start = prepare(size);
			x = before == null ? start.values() : enlarge(optimizer, x, before, size);
			before = size;
			for (int step = 1; step <= settings.steps(); step++) {
				if (optimizer instanceof Adam adam)
					adam.learningRate(rate(step));
				optimizer.step(losses, x);
				steps++;
				float[] now = x;
				if (!clock.tick(size, step, losses, () -> new Pixels(size.width(), size.height(), optimizer.result(now))))
					return new Result(fullSize(optimizer.result(x), size, sizes), steps, true);
			}
			x = optimizer.result(x).clone();
		}
		return new Result(new Pixels(before.width(), before.height(), x), steps, false);
	}

	/** Sets targets and weights for a scale; returns the image to start from if it is the first. */
	private Pixels prepare(Size size) {
		Pixels scaledContent = Resampling.resize(content, size.width(), size.height());
		List<Pixels> scaledStyles = styles.stream().map(style -> style(style, size)).toList();
		Pixels noise = noise(size);
		losses.targets(scaledContent, scaledStyles, proportions);
		losses.weights(Balance.weights(losses, scaledContent,
			Resampling.resize(styles.get(0), size.width(), size.height()), noise));
		return settings.init() == Settings.Init.NOISE ? noise
			: new Pixels(size.width(), size.height(), scaledContent.values().clone());
	}

	private Pixels style(Pixels style, Size size) {
		Size scaled = Pyramid.shrunk(style.width(), style.height(), size.longest() * settings.styleScale());
		return Resampling.resize(style, scaled.width(), scaled.height());
	}

	private Pixels noise(Size size) {
		Random random = new Random(settings.seed());
		float[] values = new float[3 * size.width() * size.height()];
		for (int i = 0; i < values.length; i++)
			values[i] = Math.max(0, Math.min(255, GREY + NOISE * (float) random.nextGaussian()));
		return new Pixels(size.width(), size.height(), values);
	}

	private static float[] enlarge(Optimizer optimizer, float[] x, Size from, Size to) {
		optimizer.rescale(values -> Resampling.bicubic(values, from.width(), from.height(), to.width(), to.height()));
		return Resampling.resize(new Pixels(from.width(), from.height(), x), to.width(), to.height()).values();
	}

	private static Pixels fullSize(float[] x, Size size, List<Size> sizes) {
		Size last = sizes.get(sizes.size() - 1);
		return Resampling.resize(new Pixels(size.width(), size.height(), x), last.width(), last.height());
	}

	private double rate(int step) {
		double progress = (step - 1.0) / settings.steps();
		return RATE * (LAST_RATE + (1 - LAST_RATE) * 0.5 * (1 + Math.cos(Math.PI * progress)));
	}
}
