package io.github.neuralstyle.finish;

import java.util.Arrays;
import java.util.List;

import io.github.neuralstyle.image.Pixels;

/**
 * Repaints a picture with the pixels of styles: exact search for whole patches at about 256 pixels, then at each size twice as large few
 * likely candidates, at last pixels copied one by one. The same input gives the same result for any number of threads and any
 * height of bands.
 */
public final class Finish {

	/** Takes the rows of the result from the top, each (width, 3), sRGB 0..255; the array is used again. */
	public interface RowSink {
		void row(int y, float[] rgb);
	}

	/** Rounds of exact search; at each level up to the size of the picture; at each larger one. */
	private static final int EXACT_ROUNDS = 1, ROUNDS = 5, LARGER_ROUNDS = 3;

	/** About how many pixels a band has. */
	private static final int BAND_PIXELS = 1 << 23;

	/** The most pixels a side that a pixel of the picture is drawn as. */
	private static final int MOST_CELL = 16;

	private final List<PatchStyle> styles;
	private final FinishOptions options;
	private final FinishListener listener;
	private final int bandPixels, coarsest;

	/** @throws IllegalArgumentException if the styles cannot be used so; see {@link LevelSources} */
	public Finish(List<PatchStyle> styles, FinishOptions options, FinishListener listener) {
		this(styles, options, listener, BAND_PIXELS, Level.COARSEST);
	}

	Finish(List<PatchStyle> styles, FinishOptions options, FinishListener listener, int bandPixels, int coarsest) {
		this.styles = List.copyOf(styles);
		this.options = options;
		this.listener = listener;
		this.bandPixels = bandPixels;
		this.coarsest = coarsest;
		new LevelSources(styles, options);
	}

	/** The picture repainted at its own size. */
	public Pixels repaint(Pixels picture) {
		Pixels result = new Pixels(picture.width(), picture.height(), new float[picture.values().length]);
		repaint(RowImage.of(picture), null, picture.width(), picture.height(),
			(y, row) -> System.arraycopy(row, 0, result.values(), y * row.length, row.length)).close();
		return result;
	}

	/**
	 * The picture repainted at any size.
	 *
	 * @param guide of the picture, where the styles have guides, or null
	 * @param width of the result, at most 16383 pixels
	 * @param height of the result, at most 16383 pixels
	 * @throws IllegalArgumentException if a size is out of range or a value is not finite
	 * @throws java.util.concurrent.CancellationException if the listener wants no result
	 */
	public FinishResult repaint(RowImage picture, Guide guide, int width, int height, RowSink sink) {
		require(width, height);
		LevelSources styleSources = new LevelSources(styles, options);
		Positions matches = null;
		boolean done = false;
		try (Workers workers = new Workers(options.threads(), listener)) {
			Source[] coarseSources = null, sources = null;
			for (Level level : Level.of(width, height, coarsest)) {
				sources = styleSources.at(level.longest());
				if (matches == null) {
					matches = coarsest(picture, guide, level, sources, workers);
					coarseSources = sources;
				}
				Positions fine = refine(picture, guide, level, matches, coarseSources, sources, workers);
				matches.close();
				matches = fine;
				coarseSources = Arrays.stream(sources).map(Source::size).toArray(Source[]::new);
			}
			emit(matches, sources, sink);
			done = true;
			return new FinishResult(matches, Arrays.stream(sources).map(s -> new FinishResult.Origin(s.style(),
				s.turn().width(s.width(), s.height()), s.turn().height(s.width(), s.height()), s.turn())).toList());
		} finally {
			if (!done && matches != null)
				matches.close();
		}
	}

	private void require(int width, int height) {
		if (Math.min(width, height) < 2 * options.side() || Math.max(width, height) >= Place.SIDE)
			throw new IllegalArgumentException("A picture of " + width + "x" + height + " pixels cannot be finished; its sides must be " +
				2 * options.side() + " to " + (Place.SIDE - 1) + " pixels.");
	}

	private Positions coarsest(RowImage picture, Guide guide, Level level, Source[] sources, Workers workers) {
		byte[] rgb = Source.read(picture, level.width(), level.height());
		Positions positions = Positions.inMemory(level.width(), level.height());
		positions.write(0, level.height(), Coarsest.match(options, sources, rgb, guide, level.width(), level.height(), EXACT_ROUNDS, workers), 0);
		return positions;
	}

	private Positions refine(RowImage picture, Guide guide, Level level, Positions coarse, Source[] coarseSources, Source[] sources, Workers workers) {
		int width = level.width(), height = level.height();
		double enlarged = (double) level.longest() / Math.max(picture.width(), picture.height());
		int cell = (int) Math.max(1, Math.min(MOST_CELL, Math.round(enlarged))), rounds = enlarged > 1.5 ? LARGER_ROUNDS : ROUNDS;
		int halo = Band.halo(rounds, options.radius(), cell), rows = Math.max(2 * halo, bandPixels / width);
		RowResampling resampling = new RowResampling(picture, width, height);
		List<Offsets> offsets = cell > 1 ? List.of() : Offsets.frequent(coarse, coarseSources, sources, options.radius());
		Positions fine = Positions.of(width, height);
		boolean done = false;
		try {
			for (int from = 0; from < height; from += rows) {
				int to = Math.min(height, from + rows);
				int low = Math.max(0, from - halo) / cell * cell, high = Math.min(height, (to + halo + cell - 1) / cell * cell);
				Candidates candidates = new Candidates(coarse, coarseSources, sources, options.radius(), width, height, low, high);
				Band band = new Band(options, sources, candidates, resampling, guide, offsets, cell, width, height, low, high);
				fine.write(from, to - from, band.match(from, to, rounds, workers), (from - low) * width);
			}
			done = true;
			return fine;
		} finally {
			if (!done)
				fine.close();
		}
	}

	private void emit(Positions positions, Source[] sources, RowSink sink) {
		int width = positions.width();
		int[] places = new int[width];
		float[] row = new float[3 * width];
		for (int y = 0; y < positions.height(); y++) {
			positions.read(y, 1, places);
			Band.toPixels(places, y, 0, width, positions.height(), options.radius());
			positions.write(y, 1, places, 0);
			for (int x = 0; x < width; x++) {
				Source source = sources[Place.source(places[x])];
				int from = 3 * (Place.y(places[x]) * source.width() + Place.x(places[x]));
				for (int c = 0; c < 3; c++)
					row[3 * x + c] = source.rgb()[from + c] & 0xff;
			}
			sink.row(y, row);
		}
	}
}
