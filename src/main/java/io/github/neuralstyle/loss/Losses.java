package io.github.neuralstyle.loss;

import java.util.ArrayList;
import java.util.List;

/** The losses by their names, and at which layers and in which proportions they act. */
public final class Losses {

	/** Where shapes are recognisable but paint and brush are not (Gatys et al. 2016). */
	private static final List<String> CONTENT_LAYERS = List.of("block4_conv2");

	private static final List<String> STYLE_LAYERS = List.of("block1_conv1", "block2_conv1", "block3_conv1",
		"block4_conv1", "block5_conv1");

	/** Enough to take away the noise that convolutions do not see, too little to smooth strokes. */
	private static final double TOTAL_VARIATION_SHARE = 0.05;

	/** Content has one layer, which resists more than those of style pull. */
	private static final double CONTENT_SHARE = 0.4;

	private static final List<String> HISTOGRAM_LAYERS = List.of("block1_conv1", "block4_conv1");

	private static final List<String> STYLE = List.of("gram", "shift", "hist");

	private Losses() {
	}

	/** The names of all losses. */
	public static List<String> names() {
		List<String> names = new ArrayList<>(List.of("content", "tv"));
		names.addAll(STYLE);
		return names;
	}

	/** Whether any of these losses learns from the style images. */
	public static boolean learnStyle(List<String> names) {
		return names.stream().anyMatch(STYLE::contains);
	}

	/** @throws IllegalArgumentException if there is no name, or one that names no loss */
	public static void check(List<String> names) {
		for (String name : names)
			if (!names().contains(name))
				throw new IllegalArgumentException("losses has " + name + "; it must be some of " + String.join(", ", names()) + ".");
		if (names.isEmpty() || names.equals(List.of("tv")))
			throw new IllegalArgumentException("losses is " + names + "; it needs content or a loss of style.");
	}

	/**
	 * The terms of a combination.
	 *
	 * @param strength from 0 to 1: the share of style; that of content is what remains
	 * @param side the shortest of all images' sides, in pixels, by which shifts are limited
	 */
	public static List<Term> terms(List<String> names, double strength, int side) {
		List<Term> terms = new ArrayList<>();
		double styles = Math.max(1, names.stream().filter(STYLE::contains).count());
		for (String name : names)
			switch (name) {
				case "content" -> at(terms, CONTENT_LAYERS, CONTENT_SHARE * (1 - strength), new Content());
				case "tv" -> at(terms, List.of(Term.IMAGE), TOTAL_VARIATION_SHARE, new TotalVariation());
				case "gram" -> at(terms, STYLE_LAYERS, strength / styles, new Gram());
				case "hist" -> at(terms, HISTOGRAM_LAYERS, strength / styles, new Histogram(256));
				case "shift" -> shifted(terms, strength / styles, side);
				default -> throw new IllegalArgumentException(name);
			}
		return terms;
	}

	private static void at(List<Term> terms, List<String> layers, double share, Loss loss) {
		layers.forEach(layer -> terms.add(new Term(loss, layer, share / layers.size())));
	}

	/** Shifts of powers of two up to a quarter of a layer's side, fewer in deep layers. */
	private static void shifted(List<Term> terms, double share, int side) {
		int[] most = { 64, 32, 16, 8 };
		for (int block = 0; block < most.length; block++) {
			List<Integer> shifts = new ArrayList<>();
			for (int shift = 4; shift <= Math.min(most[block], (side >> block) / 4); shift *= 2)
				shifts.add(shift);
			if (!shifts.isEmpty())
				terms.add(new Term(new ShiftedGram(shifts), STYLE_LAYERS.get(block), share / most.length));
		}
	}
}
