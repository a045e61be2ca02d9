package io.github.neuralstyle.plot;

import io.github.neuralstyle.loss.MatchedActivations;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;

/** Plots the activations of a layer as the loss {@code hist} sees them, without the largest half percent. */
public final class ActivationPlot {

    /** The part of the values that is drawn; the largest are many times larger. */
    private static final double SHOWN = 0.995;

    private ActivationPlot() {}

    /** Draws the histograms of all channels of a layer together, 1200 pixels wide. */
    public static BufferedImage of(MatchedActivations activations) {
        return draw(
                activations.layer() + ", all " + activations.channels() + " channels",
                curves(activations.result(), activations.style(), activations.matched()));
    }

    /**
     * Draws the histograms of one channel of a layer, 1200 pixels wide.
     *
     * @param channel from 0
     * @throws IllegalArgumentException if the layer has no such channel
     */
    public static BufferedImage of(MatchedActivations activations, int channel) {
        int channels = activations.channels();
        if (channel < 0 || channel >= channels)
            throw new IllegalArgumentException("channel is " + channel + "; " + activations.layer()
                    + " has the channels 0 to " + (channels - 1) + ".");
        return draw(
                activations.layer() + ", channel " + channel,
                curves(
                        one(activations.result(), channel, channels),
                        one(activations.style(), channel, channels),
                        one(activations.matched(), channel, channels)));
    }

    private static BufferedImage draw(String title, Curves curves) {
        return Sheet.draw(List.of(title), List.of(curves.charts()));
    }

    static Curves curves(float[] result, float[] style, float[] matched) {
        return new Curves(
                List.of("result", "style", "result matched to style"),
                Distribution.upTo(SHOWN, doubles(result), doubles(style), doubles(matched)),
                "activation",
                null);
    }

    private static float[] one(float[] values, int channel, int channels) {
        float[] found = new float[values.length / channels];
        for (int i = 0; i < found.length; i++) found[i] = values[i * channels + channel];
        return found;
    }

    private static double[] doubles(float[] values) {
        return IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
    }
}
