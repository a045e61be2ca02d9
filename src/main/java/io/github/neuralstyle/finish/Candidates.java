package io.github.neuralstyle.finish;

/** Where the matches of a coarser level, or of the same one, suggest to look. */
final class Candidates {

	private final Source[] coarseSources, sources;
	private final int coarseWidth, coarseHeight, width, height, radius, firstRow;
	private final int[] places;

	/**
	 * @param coarse matches of some rows of the coarser level
	 * @param width of the finer level
	 * @param from first row of the finer level that they are asked for
	 * @param to row after the last
	 */
	Candidates(Positions coarse, Source[] coarseSources, Source[] sources, int radius, int width, int height, int from, int to) {
		this.radius = radius;
		this.coarseSources = coarseSources;
		this.sources = sources;
		this.width = width;
		this.height = height;
		coarseWidth = coarse.width();
		coarseHeight = coarse.height();
		firstRow = Math.max(0, Math.min(coarseHeight - 1 - radius, row(from) - 2));
		int rows = Math.min(coarseHeight, Math.max(radius, row(to - 1) + 2) + 1) - firstRow;
		places = new int[rows * coarseWidth];
		coarse.read(firstRow, rows, places);
	}

	private int row(int y) {
		return (int) ((2L * y + 1) * coarseHeight / (2L * height));
	}

	private int column(int x) {
		return (int) ((2L * x + 1) * coarseWidth / (2L * width));
	}

	/**
	 * What a coarse pixel near a pixel suggests for it: the place that its match has at the finer level, as far from it as the pixel is.
	 *
	 * @return -1 if that is not an allowed centre
	 */
	int at(int x, int y, int dx, int dy) {
		return suggested(x, y, dx, dy, false);
	}

	/** As {@link #at} for the pixel's own coarse pixel, but the nearest centre that is allowed. */
	int start(int x, int y) {
		return suggested(x, y, 0, 0, true);
	}

	private int suggested(int x, int y, int dx, int dy, boolean any) {
		int cx = Math.max(radius, Math.min(coarseWidth - 1 - radius, column(x) + dx));
		int cy = Math.max(radius, Math.min(coarseHeight - 1 - radius, row(y) + dy));
		int place = places[(cy - firstRow) * coarseWidth + cx], s = Place.source(place);
		Source source = sources[s], coarse = coarseSources[s];
		int sx = moved(Place.x(place), coarse.width(), source.width(), cx, coarseWidth, width, x);
		int sy = moved(Place.y(place), coarse.height(), source.height(), cy, coarseHeight, height, y);
		if (any)
			return source.nearest(s, sx, sy);
		return source.allows(sx, sy) ? Place.of(s, sx, sy) : -1;
	}

	private static int moved(int at, int coarseSource, int source, int coarseAt, int coarseSize, int size, int to) {
		double place = (at + 0.5) * source / coarseSource, anchor = (coarseAt + 0.5) * size / coarseSize;
		return (int) Math.floor(place + to + 0.5 - anchor + 1e-9);
	}
}
