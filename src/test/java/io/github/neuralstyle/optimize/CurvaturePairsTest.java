package io.github.neuralstyle.optimize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CurvaturePairsTest {

    private static final int N = 4;

    /** H ← (I - ρ s yᵀ) H (I - ρ y sᵀ) + ρ s sᵀ, equation 6.17, from H = (sᵀy / yᵀy) I of the newest pair. */
    @Test
    void equalsTheDenseUpdateOfTheLatestPairs() {
        Random random = new Random(1);
        int count = 5, capacity = 3;
        double[][] s = new double[count][N], y = new double[count][N];
        CurvaturePairs pairs = new CurvaturePairs(capacity);
        for (int k = 0; k < count; k++) {
            CurvaturePairs.Pair pair = pairs.next(N);
            for (int i = 0; i < N; i++) {
                pair.s[i] = (float) (s[k][i] = (float) random.nextGaussian());
                pair.y[i] = (float) (y[k][i] = (float) (s[k][i] * (i + 1) + 0.1 * random.nextGaussian()));
            }
            pairs.add(pair);
        }
        double[][] h = new double[N][N];
        for (int i = 0; i < N; i++) h[i][i] = dot(s[count - 1], y[count - 1]) / dot(y[count - 1], y[count - 1]);
        for (int k = count - capacity; k < count; k++) h = update(h, s[k], y[k]);

        float[] q = {1, -2, 3, 0.5f};
        float[] expected = new float[N];
        for (int i = 0; i < N; i++) for (int j = 0; j < N; j++) expected[i] += (float) (h[i][j] * q[j]);
        pairs.multiply(q);
        assertArrayEquals(expected, q, 1e-5f);
    }

    private static double[][] update(double[][] h, double[] s, double[] y) {
        double rho = 1 / dot(s, y);
        double[][] left = new double[N][N];
        for (int i = 0; i < N; i++) for (int j = 0; j < N; j++) left[i][j] = (i == j ? 1 : 0) - rho * s[i] * y[j];
        double[][] result = new double[N][N];
        for (int i = 0; i < N; i++)
            for (int j = 0; j < N; j++) {
                result[i][j] = rho * s[i] * s[j];
                for (int k = 0; k < N; k++)
                    for (int l = 0; l < N; l++) result[i][j] += left[i][k] * h[k][l] * left[j][l];
            }
        return result;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += a[i] * b[i];
        return sum;
    }

    @Test
    void skipsCurvatureThatIsNotPositive() {
        CurvaturePairs pairs = new CurvaturePairs(2);
        for (float sign : new float[] {-1, 0, Float.NaN}) {
            CurvaturePairs.Pair pair = pairs.next(N);
            pair.s[0] = 1;
            pair.y[0] = sign;
            pairs.add(pair);
            assertTrue(pairs.isEmpty());
        }
        float[] q = {1, 2, 3, 4};
        pairs.multiply(q);
        assertArrayEquals(new float[] {1, 2, 3, 4}, q);
    }

    @Test
    void sumsLongArraysExactlyEnough() {
        float[] a = new float[1_000_003];
        Arrays.fill(a, 0.1f);
        assertEquals(a.length * (double) 0.1f * 0.1f, Vectors.dot(a, a), 1e-7);
        assertEquals(a.length * (double) 0.1f, Vectors.sumOfMagnitudes(a), 1e-6);
    }
}
