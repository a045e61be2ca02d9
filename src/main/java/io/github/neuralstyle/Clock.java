package io.github.neuralstyle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.image.Pyramid.Size;
import io.github.neuralstyle.loss.LossGraph;

/** Counts steps, each worth its number of pixels, and foretells the time left. */
final class Clock {

	private final List<Size> sizes;
	private final int steps;
	private final Progress progress;
	private final double whole;
	private final TimeLeft left = new TimeLeft(System::nanoTime);
	private double done;
	private int count;

	Clock(List<Size> sizes, int steps, Progress progress) {
		this.sizes = sizes;
		this.steps = steps;
		this.progress = progress;
		whole = steps * sizes.stream().mapToDouble(Clock::cost).sum();
	}

	private static double cost(Size size) {
		return (double) size.width() * size.height();
	}

	/** Reports one step more; returns whether to go on. */
	boolean tick(Size size, int step, LossGraph losses, Supplier<Pixels> picture) {
		done += cost(size);
		count++;
		return progress.update(new Progress.State(sizes.indexOf(size) + 1, sizes.size(), size.width(), size.height(), step,
			steps, done / whole, byLoss(losses), left.after(done / whole), picture));
	}

	/** How many steps were reported. */
	int steps() {
		return count;
	}

	private static Map<String, Double> byLoss(LossGraph losses) {
		Map<String, Double> sums = new LinkedHashMap<>();
		double[] values = losses.weightedValues();
		for (int i = 0; i < values.length; i++)
			sums.merge(losses.terms().get(i).loss().name(), values[i], Double::sum);
		return sums;
	}
}
