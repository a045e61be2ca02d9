package io.github.neuralstyle.loss;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The losses by their names, and at which layers and in which proportions they act. */
public final class Losses {

	/** Where shapes are recognisable but paint and brush are not (Gatys et al. 2016). */
	private static final List<String> CONTENT_LAYERS = List.of("block4_conv2");

	private static final List<String> STYLE_LAYERS = List.of("block1_conv1", "block2_conv1", "block3_conv1",
		"block4_conv1", "block5_conv1");

	/** Enough to take away the noise that convolutions do not see, too little to smooth strokes. */
	private static final double TOTAL_VARIATION_SHARE = 0.02;

	private static final Map<String, Loss> STYLE = new TreeMap<>(Map.of("gram", new Gram()));

	private Losses() {
	}

	/** @throws IllegalArgumentException if there is no name, or one that names no loss */
	public static void check(List<String> names) {
		List<String> known = new ArrayList<>(List.of("content", "tv"));
		known.addAll(STYLE.keySet());
		for (String name : names)
			if (!known.contains(name))
				throw new IllegalArgumentException("losses has " + name + "; it must be some of " + String.join(", ", known) + ".");
		if (names.isEmpty() || names.equals(List.of("tv")))
			throw new IllegalArgumentException("losses is " + names + "; it needs content or a loss of style.");
	}

	/**
	 * The terms of a combination.
	 *
	 * @param strength from 0 to 1: the share of style; that of content is what remains
	 */
	public static List<Term> terms(List<String> names, double strength) {
		List<Term> terms = new ArrayList<>();
		long styles = names.stream().filter(STYLE::containsKey).count();
		for (String name : names)
			switch (name) {
				case "content" -> CONTENT_LAYERS.forEach(layer -> terms.add(
					new Term(new Content(), layer, (1 - strength) / CONTENT_LAYERS.size())));
				case "tv" -> terms.add(new Term(new TotalVariation(), Term.IMAGE, TOTAL_VARIATION_SHARE));
				default -> STYLE_LAYERS.forEach(layer -> terms.add(
					new Term(STYLE.get(name), layer, strength / (styles * STYLE_LAYERS.size()))));
			}
		return terms;
	}
}
