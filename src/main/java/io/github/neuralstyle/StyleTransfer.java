package io.github.neuralstyle;

import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

import io.github.neuralstyle.image.ColorStatistics;
import io.github.neuralstyle.image.ColorTransfer;
import io.github.neuralstyle.image.Images;
import io.github.neuralstyle.image.Margin;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.image.Pyramid;
import io.github.neuralstyle.image.Pyramid.Size;
import io.github.neuralstyle.image.Resampling;
import io.github.neuralstyle.loss.Balance;
import io.github.neuralstyle.loss.LossGraph;
import io.github.neuralstyle.loss.Losses;
import io.github.neuralstyle.loss.Term;
import io.github.neuralstyle.model.FeatureModel;
import io.github.neuralstyle.optimize.Adam;
import io.github.neuralstyle.optimize.LBfgs;
import io.github.neuralstyle.optimize.Objective;
import io.github.neuralstyle.optimize.Optimizer;

import Jama.Matrix;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Makes a picture with the content of one image in the style of others (Gatys, Ecker &amp; Bethge 2016): its pixels are
 * the variables of an optimisation, which goes from coarse to fine.
 */
public final class StyleTransfer {

	/** Grey levels per step of Adam at the beginning of a scale, and the part of it at the end. */
	private static final double RATE = 5, LAST_RATE = 0.2;

	/** Iterations that L-BFGS remembers. */
	private static final int HISTORY = 10;

	/** How much of a step goes, at the least, to colours that the style has not, relative to those it has most. */
	private static final double OTHER_COLORS = 0.02;

	private static final float GREY = 127.5f, NOISE = 40;

	/**
	 * What came out.
	 *
	 * @param steps how many were made, over all scales
	 * @param stopped whether it was stopped before its end
	 */
	public record Result(Pixels picture, int steps, boolean stopped) {

		/** The picture as (X,Y,3), sRGB 0..255. */
		public Img<FloatType> image() {
			return Images.fromPixels(picture.values(), picture.width(), picture.height());
		}
	}

	private final FeatureModel model;
	private final Pixels content;
	private final List<Pixels> styles;
	private final double[] proportions;
	private final Settings settings;
	private final ColorStatistics palette;
	private final double strength;

	private StyleTransfer(FeatureModel model, Pixels content, List<Pixels> styles, double[] weights, Settings settings) {
		Pyramid.requireLeast("content", content.width(), content.height());
		styles.forEach(style -> Pyramid.requireLeast("style", style.width(), style.height()));
		double sum = DoubleStream.of(weights).sum();
		this.model = model;
		this.content = content;
		this.styles = styles;
		this.proportions = DoubleStream.of(weights).map(w -> w / sum).toArray();
		this.settings = settings;
		this.palette = ColorStatistics.of(styles, proportions);
		this.strength = Losses.learnStyle(settings.recipe().losses()) ? settings.strength() : 0;
	}

	/**
	 * Makes the picture.
	 *
	 * @param content (X,Y), (X,Y,3) or ARGB
	 * @param styles at least one
	 * @param progress told of each step; may stop the work
	 * @throws IllegalArgumentException if an image is too small or of another kind, or the model lacks a layer
	 */
	public static Result run(FeatureModel model, RandomAccessibleInterval<?> content, List<Style> styles, Settings settings,
		Progress progress)
	{
		return run(model, Pixels.of(content), styles.stream().map(style -> Pixels.of(style.image())).toList(),
			styles.stream().mapToDouble(Style::weight).toArray(), settings, progress);
	}

	/**
	 * Makes the picture.
	 *
	 * @param styles at least one, with a weight over 0 for each
	 * @throws IllegalArgumentException if an image is too small, or the model lacks a layer
	 */
	public static Result run(FeatureModel model, Pixels content, List<Pixels> styles, double[] weights, Settings settings,
		Progress progress)
	{
		return new StyleTransfer(model, content, styles, weights, settings).run(progress);
	}

	private Result run(Progress progress) {
		List<Size> sizes = Pyramid.sizes(content.width(), content.height(), settings.coarsest(), settings.size());
		Losses.checkShifts(settings.recipe(), side(sizes.get(sizes.size() - 1)));
		Clock clock = new Clock(sizes, settings.steps(), progress);
		Optimizer optimizer = switch (settings.optimizer()) {
			case ADAM -> new Adam(RATE, 0, 255);
			case LBFGS -> new LBfgs(HISTORY, 0, 255);
		};
		float[] x = null;
		Margin before = null;
		Pixels coarseStart = null;
		for (Size size : sizes) {
			Margin margin = Margin.around(size);
			Pixels scaledContent = margin.add(Resampling.resize(content, size.width(), size.height()));
			Pixels start = start(scaledContent);
			x = before == null ? start.values().clone() : enlarge(optimizer, x, coarseStart, start, before, margin);
			before = margin;
			coarseStart = start;
			List<Term> terms = Losses.terms(settings.recipe(), model.layers(), settings.strength(), side(size));
			try (LossGraph losses = new LossGraph(model, terms)) {
				prepare(losses, scaledContent, size);
				Best best = new Best(losses);
				boolean whole = optimize(best, losses, optimizer, x, margin, clock);
				x = best.of(optimizer.result(x)).clone();
				if (!whole)
					return new Result(last(margin.cut(x), sizes), clock.steps(), true);
			}
		}
		return new Result(last(before.cut(x), sizes), clock.steps(), false);
	}

	/** What the optimisation would start from at a scale, were it the first: the content or noise, in the style's colours. */
	private Pixels start(Pixels scaledContent) {
		return ColorTransfer.match(settings.init() == Settings.Init.CONTENT ? scaledContent
			: noise(scaledContent.width(), scaledContent.height()), palette, recoloring());
	}

	/** How far colours go from the content's to the style's, from 0 to 1. */
	private double recoloring() {
		return Math.min(1, 2 * strength);
	}

	private Pixels noise(int width, int height) {
		Random random = new Random(settings.seed());
		float[] values = new float[3 * width * height];
		for (int i = 0; i < values.length; i++)
			values[i] = Math.max(0, Math.min(255, GREY + NOISE * (float) random.nextGaussian()));
		return new Pixels(width, height, values);
	}

	/** The shortest of all images' sides at a scale. */
	private int side(Size size) {
		return Stream.concat(Stream.of(size), styles.stream().map(style -> scaledSize(style, size)))
			.mapToInt(scaled -> Math.min(scaled.width(), scaled.height())).min().getAsInt();
	}

	private Size scaledSize(Pixels style, Size size) {
		return Pyramid.shrunk(style.width(), style.height(), size.longest() * settings.styleScale());
	}

	private void prepare(LossGraph losses, Pixels scaledContent, Size size) {
		int width = scaledContent.width(), height = scaledContent.height();
		List<Pixels> scaledStyles = styles.stream().map(style -> {
			Size scaled = scaledSize(style, size);
			return Resampling.resize(style, scaled.width(), scaled.height());
		}).toList();
		losses.targets(scaledContent, scaledStyles, proportions);
		losses.weights(Balance.weights(losses, scaledContent, Resampling.resize(styles.get(0), width, height),
			noise(width, height)));
	}

	/** Takes the steps of a scale; returns whether to go on. */
	private boolean optimize(Objective best, LossGraph losses, Optimizer optimizer, float[] x, Margin margin, Clock clock) {
		Objective objective = optimizer instanceof Adam ? alongColors(best) : best;
		for (int step = 1; step <= settings.steps(); step++) {
			if (optimizer instanceof Adam adam)
				adam.learningRate(rate(step));
			optimizer.step(objective, x);
			if (!clock.tick(margin.inner(), step, losses, () -> margin.cut(optimizer.result(x))))
				return false;
		}
		return true;
	}

	/** With the gradient turned towards the colours that the picture is to have; Adam would take a step in any. */
	private Objective alongColors(Objective losses) {
		Matrix covariance = palette.covariance();
		Matrix colors = covariance.times(3 * recoloring() / covariance.trace())
			.plus(Matrix.identity(3, 3).times(Math.max(OTHER_COLORS, 1 - recoloring())));
		return (x, gradient) -> {
			double value = losses.evaluate(x, gradient);
			ColorTransfer.multiply(colors, gradient);
			return value;
		};
	}

	private double rate(int step) {
		double progress = (step - 1.0) / settings.steps();
		return RATE * (LAST_RATE + (1 - LAST_RATE) * 0.5 * (1 + Math.cos(Math.PI * progress)));
	}

	/**
	 * The picture at the next scale. The more of the content is to be kept, the more it gets of the detail that this scale's
	 * start has and the coarser one had not: the content loss, at a deep layer, would not bring it back.
	 */
	private float[] enlarge(Optimizer optimizer, float[] x, Pixels coarseStart, Pixels start, Margin from, Margin to) {
		UnaryOperator<float[]> resample = values -> to.add(Resampling.bicubic(from.cut(values).values(),
			from.inner().width(), from.inner().height(), to.inner().width(), to.inner().height()));
		optimizer.rescale(resample);
		float[] enlarged = resample.apply(x), coarse = resample.apply(coarseStart.values());
		double detail = settings.init() == Settings.Init.CONTENT ? 1 - strength : 0;
		for (int i = 0; i < enlarged.length; i++)
			enlarged[i] = (float) Math.max(0, Math.min(255, enlarged[i] + detail * (start.values()[i] - coarse[i])));
		return enlarged;
	}

	private static Pixels last(Pixels picture, List<Size> sizes) {
		Size last = sizes.get(sizes.size() - 1);
		return Resampling.resize(picture, last.width(), last.height());
	}
}
