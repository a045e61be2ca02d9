package io.github.neuralstyle.util;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotasTest {

    @ParameterizedTest
    @CsvSource({"0.9,0.1,0", "0.5,0.5,0", "0,1,0", "0.6,0.3,0.1", "0.05,0.05,0.9"})
    void eachSourceGetsItsShare(double first, double second, double third) {
        double[] shares = third == 0 ? new double[] {first, second} : new double[] {first, second, third};
        float[][] costs = costs(shares.length, 1000);
        double[] got = new double[shares.length];
        for (int source : Quotas.divide(costs, Quotas.prices(costs, shares))) got[source] += 0.001;
        assertArrayEquals(shares, got, 0.0021);
    }

    /** Of two sources those places get the first that gain most by it. */
    @Test
    void theSumOfCostsIsTheLowest() {
        float[][] costs = {{5, 1, 4, 2}, {1, 1.5f, 4.1f, 6}};
        assertArrayEquals(new int[] {1, 0, 1, 0}, divide(costs, 0.5, 0.5));
        assertArrayEquals(new int[] {1, 1, 1, 0}, divide(costs, 0.25, 0.75));
    }

    @Test
    void aSingleSourceGetsAllAndEqualCostsDoNoHarm() {
        assertArrayEquals(new int[7], divide(new float[1][7], 1));
        assertEquals(50, divide(new float[2][50], 0.9, 0.1).length);
    }

    /** Costs that all prefer the first source are divided as asked, too. */
    @Test
    void onAverageDearerSourcesGetTheirShare() {
        float[][] costs = costs(2, 400);
        for (int i = 0; i < 400; i++) costs[1][i] += 100;
        int second = 0;
        for (int source : divide(costs, 0.7, 0.3)) second += source;
        assertEquals(120, second, 1);
        assertTrue(Quotas.prices(costs, new double[] {0.7, 0.3})[0] > 0);
    }

    private static int[] divide(float[][] costs, double... shares) {
        return Quotas.divide(costs, Quotas.prices(costs, shares));
    }

    private static float[][] costs(int sources, int places) {
        Random random = new Random(1);
        float[][] costs = new float[sources][places];
        for (float[] row : costs) for (int i = 0; i < places; i++) row[i] = (float) random.nextGaussian();
        return costs;
    }
}
