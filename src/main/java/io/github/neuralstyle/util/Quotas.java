package io.github.neuralstyle.util;

import java.util.Arrays;

/**
 * Divides places among several sources, so that each gets its share and the sum of costs is small: the source of a place is
 * the one with the lowest cost plus price, where each source has one price for all places (the dual of an optimal transport
 * to the shares, ascended coordinate by coordinate; exact for two sources). A source whose costs are the same at many
 * places may get more or less than its share.
 */
public final class Quotas {

    private static final int ROUNDS = 30;

    private Quotas() {}

    /**
     * The prices.
     *
     * @param costs (sources, places)
     * @param shares of the sources, of the sum 1
     * @return (sources), of a single source 0
     */
    public static float[] prices(float[][] costs, double[] shares) {
        float[] prices = new float[costs.length];
        if (costs.length == 1 || costs[0].length == 0) return prices;
        for (int round = 0; round < ROUNDS; round++) {
            float[] before = prices.clone();
            for (int source = 0; source < costs.length; source++)
                prices[source] = price(costs, prices, source, shares[source]);
            if (Arrays.equals(before, prices)) break;
        }
        return prices;
    }

    /** The price at which a source gets its share beside the others at theirs. */
    private static float price(float[][] costs, float[] prices, int source, double share) {
        int places = costs[0].length;
        float[] highest = new float[places];
        Arrays.fill(highest, Float.POSITIVE_INFINITY);
        for (int other = 0; other < costs.length; other++)
            for (int i = 0; other != source && i < places; i++)
                highest[i] = Math.min(highest[i], costs[other][i] + prices[other]);
        for (int i = 0; i < places; i++) highest[i] -= costs[source][i];
        Arrays.sort(highest);
        int without = places - (int) Math.round(share * places);
        if (without == 0) return Math.min(prices[source], highest[0] - 1);
        if (without == places) return Math.max(prices[source], highest[places - 1] + 1);
        return 0.5f * highest[without - 1] + 0.5f * highest[without];
    }

    /** The source of each place; of equals the first. @param prices as from {@link #prices} */
    public static int[] divide(float[][] costs, float[] prices) {
        int[] sources = new int[costs[0].length];
        for (int i = 0; i < sources.length; i++)
            for (int source = 1; source < costs.length; source++)
                if (costs[source][i] + prices[source] < costs[sources[i]][i] + prices[sources[i]]) sources[i] = source;
        return sources;
    }
}
