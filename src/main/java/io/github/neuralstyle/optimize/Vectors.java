package io.github.neuralstyle.optimize;

import java.util.stream.IntStream;

/** Arithmetic on long arrays, in parallel pieces of fixed size so that sums do not depend on the processors. */
final class Vectors {

    private static final int PIECE = 1 << 16;

    interface Range {

        void visit(int from, int to);
    }

    interface PartialSum {

        double over(int from, int to);
    }

    private Vectors() {}

    static void forEach(int length, Range range) {
        pieces(length).forEach(p -> range.visit(start(p), end(p, length)));
    }

    static double sum(int length, PartialSum part) {
        double[] parts = pieces(length)
                .mapToDouble(p -> part.over(start(p), end(p, length)))
                .toArray();
        double sum = 0;
        for (double p : parts) sum += p;
        return sum;
    }

    static double dot(float[] a, float[] b) {
        return sum(a.length, (from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) sum += (double) a[i] * b[i];
            return sum;
        });
    }

    static double sumOfMagnitudes(float[] a) {
        return sum(a.length, (from, to) -> {
            double sum = 0;
            for (int i = from; i < to; i++) sum += Math.abs(a[i]);
            return sum;
        });
    }

    /** a ← a + factor b */
    static void add(float[] a, double factor, float[] b) {
        float f = (float) factor;
        forEach(a.length, (from, to) -> {
            for (int i = from; i < to; i++) a[i] += f * b[i];
        });
    }

    /** a ← factor a */
    static void scale(float[] a, double factor) {
        float f = (float) factor;
        forEach(a.length, (from, to) -> {
            for (int i = from; i < to; i++) a[i] *= f;
        });
    }

    private static IntStream pieces(int length) {
        return IntStream.range(0, (int) (((long) length + PIECE - 1) / PIECE)).parallel();
    }

    private static int start(int piece) {
        return piece * PIECE;
    }

    private static int end(int piece, int length) {
        return start(piece) + Math.min(PIECE, length - start(piece));
    }
}
