package io.github.neuralstyle.optimize;

import io.github.neuralstyle.util.SavedState;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * The inverse Hessian as L-BFGS knows it: from the latest steps s and the changes y of the gradient over them (Nocedal
 * &amp; Wright 2006, <i>Numerical optimization</i>, algorithm 7.4).
 */
final class CurvaturePairs {

    /** The minimum cosine between s and y for which the pair is used. */
    private static final double MIN_COSINE = 1e-8;

    static final class Pair {

        float[] s, y;
        private double sy, yy, alpha;

        private Pair(int length) {
            s = new float[length];
            y = new float[length];
        }
    }

    private final int capacity;
    private final Deque<Pair> pairs = new ArrayDeque<>();
    private Pair spare;

    CurvaturePairs(int capacity) {
        if (capacity < 1)
            throw new IllegalArgumentException(
                    "L-BFGS must remember at least 1 step, but is to remember " + capacity + ".");
        this.capacity = capacity;
    }

    boolean isEmpty() {
        return pairs.isEmpty();
    }

    void clear() {
        pairs.clear();
        spare = null;
    }

    /** A pair to fill in, then to {@link #add}; when there is no room, the oldest one is given up for it. */
    Pair next(int length) {
        if (spare == null) spare = pairs.size() < capacity ? new Pair(length) : pairs.removeFirst();
        return spare;
    }

    /** Adds what {@link #next} gave, unless its curvature is not positive enough. */
    void add(Pair pair) {
        pair.sy = Vectors.dot(pair.s, pair.y);
        pair.yy = Vectors.dot(pair.y, pair.y);
        double ss = Vectors.dot(pair.s, pair.s);
        if (!(pair.sy > MIN_COSINE * Math.sqrt(ss * pair.yy))) return;
        pairs.addLast(pair);
        spare = null;
    }

    void save(SavedState state) {
        double[] products = new double[2 * pairs.size()];
        int i = 0;
        for (Pair pair : pairs) {
            products[2 * i] = pair.sy;
            products[2 * i + 1] = pair.yy;
            state.put("lbfgs s" + i, pair.s);
            state.put("lbfgs y" + i++, pair.y);
        }
        state.put("lbfgs pairs", products);
    }

    void restore(SavedState state) {
        clear();
        double[] products = state.numbers("lbfgs pairs");
        for (int i = 0; i < products.length / 2; i++) {
            Pair pair = new Pair(0);
            pair.s = state.array("lbfgs s" + i);
            pair.y = state.array("lbfgs y" + i);
            pair.sy = products[2 * i];
            pair.yy = products[2 * i + 1];
            pairs.addLast(pair);
        }
    }

    /** q ← H q, the two-loop recursion; does nothing while there is no pair. */
    void multiply(float[] q) {
        if (isEmpty()) return;
        for (Iterator<Pair> newestFirst = pairs.descendingIterator(); newestFirst.hasNext(); ) {
            Pair p = newestFirst.next();
            p.alpha = Vectors.dot(p.s, q) / p.sy;
            Vectors.add(q, -p.alpha, p.y);
        }
        Pair newest = pairs.getLast();
        Vectors.scale(q, newest.sy / newest.yy);
        for (Pair p : pairs) {
            double beta = Vectors.dot(p.y, q) / p.sy;
            Vectors.add(q, p.alpha - beta, p.s);
        }
    }
}
