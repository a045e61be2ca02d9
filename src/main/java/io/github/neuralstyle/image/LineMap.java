package io.github.neuralstyle.image;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * A linear map of lines of pixels to lines of another length: what an image of three channels is resized with, along each
 * axis. Pixel centres lie at halves.
 */
final class LineMap {

    private static final int CHANNELS = 3;

    /** How much the pixels of a line from {@code first} on count for one pixel of the new line. */
    record Tap(int first, float[] weights) {}

    private final int from;
    private final Tap[] taps;

    private LineMap(int from, Tap[] taps) {
        this.from = from;
        this.taps = taps;
    }

    static LineMap of(int from, int to, IntFunction<Tap> tap) {
        return new LineMap(from, IntStream.range(0, to).mapToObj(tap).toArray(Tap[]::new));
    }

    /** Linear interpolation; beyond the outermost centres their values go on. */
    static LineMap linear(int from, int to) {
        return of(from, to, i -> {
            double at = Math.max(0, Math.min(from - 1, (i + 0.5) * from / to - 0.5));
            int first = Math.max(0, Math.min(from - 2, (int) at));
            float part = (float) (at - first);
            return new Tap(first, from == 1 ? new float[] {1} : new float[] {1 - part, part});
        });
    }

    /** Means of all pixels that a pixel of the new line covers a part of. */
    static LineMap area(int from, int to) {
        return of(from, to, i -> {
            int first = (int) ((long) i * from / to), end = (int) (((i + 1L) * from + to - 1) / to);
            float[] weights = new float[end - first];
            Arrays.fill(weights, 1f / weights.length);
            return new Tap(first, weights);
        });
    }

    /** The transposed map, by which gradients go back. */
    LineMap transposed() {
        return of(taps.length, from, i -> {
            int first = 0, last = taps.length - 1;
            while (first < last && weight(taps[first], i) == 0) first++;
            while (last > first && weight(taps[last], i) == 0) last--;
            float[] weights = new float[last - first + 1];
            for (int j = first; j <= last; j++) weights[j - first] = weight(taps[j], i);
            return new Tap(first, weights);
        });
    }

    private static float weight(Tap tap, int i) {
        return i < tap.first || i >= tap.first + tap.weights.length ? 0 : tap.weights[i - tap.first];
    }

    /** Values (from height, from width, 3) mapped along both axes, across first. */
    static float[] apply(LineMap across, LineMap down, float[] values) {
        int fromWidth = across.from, width = across.taps.length, height = down.taps.length;
        float[] wide = new float[CHANNELS * width * down.from], mapped = new float[CHANNELS * width * height];
        IntStream.range(0, down.from).parallel().forEach(y -> {
            for (int x = 0; x < width; x++)
                for (int c = 0; c < CHANNELS; c++)
                    wide[CHANNELS * (y * width + x) + c] =
                            sum(across.taps[x], values, CHANNELS * y * fromWidth + c, CHANNELS);
        });
        IntStream.range(0, height).parallel().forEach(y -> {
            for (int i = 0; i < CHANNELS * width; i++)
                mapped[CHANNELS * y * width + i] = sum(down.taps[y], wide, i, CHANNELS * width);
        });
        return mapped;
    }

    private static float sum(Tap tap, float[] values, int start, int stride) {
        float sum = 0;
        for (int i = 0, at = start + stride * tap.first; i < tap.weights.length; i++, at += stride)
            sum += tap.weights[i] * values[at];
        return sum;
    }
}
