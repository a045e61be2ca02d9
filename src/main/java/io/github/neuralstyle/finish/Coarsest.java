package io.github.neuralstyle.finish;

/**
 * The matches of a whole small picture by exact search. The score is d / (a mean |q|^2 + least d of the style's patch to any patch of the
 * picture), which prefers parts of the style that are not used yet (Granot et al. 2022, Drop the GAN: in defense of patches
 * nearest neighbors).
 */
final class Coarsest {

	private static final float ALPHA = 0.005f;
	private static final int COMPONENTS = 20;

	private Coarsest() {
	}

	/** @return matches (height, width), centres of patches */
	static int[] match(FinishOptions options, Source[] sources, byte[] picture, Guide guide, int width, int height, int rounds, Workers workers) {
		StylePatches style = new StylePatches(sources, options.side());
		PatchSpace space = PatchSpace.of(style, COMPONENTS);
		float[] points = space.project(style, workers);
		PatchGroups leaves = new PatchGroups(points, space.components());
		int radius = options.radius();
		byte[] wanted = picture.clone(), painted = new byte[picture.length];
		int[] matches = new int[width * height];
		for (int round = 0; round < rounds; round++) {
			PicturePatches patches = new PicturePatches(wanted, guide, width, height, options.side());
			float[] projected = space.project(patches, workers), least = new float[style.count()], preference = new float[style.count()];
			PatchGroups queries = new PatchGroups(projected, space.components());
			ExactSearch.nearest(leaves, queries, null, least, workers);
			double square = 0;
			for (float value : projected)
				square += value * value;
			for (int i = 0; i < preference.length; i++)
				preference[i] = sources[Place.source(style.place(i))].preference() / ((float) (ALPHA * square / patches.count()) + 1e-3f + least[i]);
			int[] nearest = ExactSearch.nearest(queries, leaves, preference, null, workers);
			for (int y = 0; y < height; y++)
				for (int x = 0; x < width; x++)
					matches[y * width + x] = style.place(nearest[patches.index(x, y)]);
			if (round == rounds - 1 || workers.keep())
				break;
			Vote vote = new Vote(sources, options.side(), 100, width, height, 0, height);
			Band.rows(0, height, workers, y -> vote.paint(y, matches, painted));
			for (int i = 0; i < wanted.length; i++)
				wanted[i] = (byte) Math.round((1 - options.mixture()) * (painted[i] & 0xff) + options.mixture() * (picture[i] & 0xff));
		}
		return matches;
	}
}
