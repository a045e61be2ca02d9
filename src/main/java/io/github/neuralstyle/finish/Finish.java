package io.github.neuralstyle.finish;

import java.util.ArrayList;
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

	/** Rounds at the coarsest level and at each finer one. */
	private static final int EXACT_ROUNDS = 1, ROUNDS = 5;

	/** About how many pixels a band has. */
	private static final int BAND_PIXELS = 1 << 22;

	/** The most pixels a side that a cell of a picture of the network's is drawn as. */
	private static final int MOST_CELL = 4;

	private final List<PatchStyle> styles;
	private final FinishOptions options;
	private final FinishListener listener;
	private final int bandPixels;

	/** @throws IllegalArgumentException if the styles cannot be used so; see {@link LevelSources} */
	public Finish(List<PatchStyle> styles, FinishOptions options, FinishListener listener) {
		this(styles, options, listener, BAND_PIXELS);
	}

	Finish(List<PatchStyle> styles, FinishOptions options, FinishListener listener, int bandPixels) {
		this.styles = List.copyOf(styles);
		this.options = options;
		this.listener = listener;
		this.bandPixels = bandPixels;
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
		List<Level> levels = Level.of(width, height);
		LevelSources styleSources = new LevelSources(styles, options);
		try (Workers workers = new Workers(options.threads(), listener)) {
			Positions coarse = null;
			Source[] coarseSources = null;
			for (Level level : levels) {
				Source[] sources = styleSources.at(level.longest());
				if (coarse == null) {
					coarse = coarsest(picture, guide, level, sources, workers);
					coarseSources = sources;
				}
				Positions fine = refine(picture, guide, level, coarse, coarseSources, sources, workers);
				coarse.close();
				coarse = fine;
				coarseSources = sources;
			}
			emit(coarse, coarseSources, sink);
			List<FinishResult.Origin> origins = new ArrayList<>();
			for (Source s : coarseSources)
				origins.add(new FinishResult.Origin(s.style(), s.turn().width(s.width(), s.height()), s.turn().height(s.width(), s.height()), s.turn()));
			return new FinishResult(coarse, origins);
		}
	}

	private Positions coarsest(RowImage picture, Guide guide, Level level, Source[] sources, Workers workers) {
		byte[] rgb = Source.read(picture, level.width(), level.height());
		Positions positions = Positions.inMemory(level.width(), level.height());
		positions.write(0, level.height(), Coarsest.match(options, sources, rgb, guide, level.width(), level.height(), EXACT_ROUNDS, workers), 0);
		return positions;
	}

	private Positions refine(RowImage picture, Guide guide, Level level, Positions coarse, Source[] coarseSources, Source[] sources, Workers workers) {
		int width = level.width(), height = level.height();
		int cell = Math.max(1, Math.min(MOST_CELL, (int) Math.round((double) level.longest() / Math.max(picture.width(), picture.height()))));
		int halo = Band.halo(ROUNDS, options.radius(), cell), rows = Math.max(2 * halo, bandPixels / width);
		RowResampling resampling = new RowResampling(picture, width, height);
		Positions fine = Positions.inMemory(width, height);
		for (int from = 0; from < height; from += rows) {
			int to = Math.min(height, from + rows), low = Math.max(0, from - halo) / cell * cell, high = Math.min(height, (to + halo + cell - 1) / cell * cell);
			Candidates candidates = new Candidates(coarse, coarseSources, sources, options.radius(), width, height, low, high);
			Band band = new Band(options, sources, candidates, resampling, guide, cell, width, height, low, high);
			fine.write(from, to - from, band.match(from, to, ROUNDS, workers), (from - low) * width);
		}
		return fine;
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
