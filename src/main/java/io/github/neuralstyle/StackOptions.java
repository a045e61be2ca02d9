package io.github.neuralstyle;

import io.github.neuralstyle.image.IntensityMapping;
import io.github.neuralstyle.util.Range;

/**
 * How the pictures of a stack are made. The constants of {@link IntensityMapping} and of this class hold the legal ranges.
 *
 * @param start what the pictures after the first of a sequence start from
 * @param channels how channels make pictures
 * @param range which values are black and white
 * @param joint whether all channels have one range; if not, each has its own
 * @param saturated percent of the pixels outside the range, for percentiles
 * @param feather the width in pixels of the soft edge inside each region; 0 for a hard one
 * @param size the longest side of the result's planes in pixels; 0 for those of the image
 */
public record StackOptions(
        Start start,
        Channels channels,
        IntensityMapping.Choice range,
        boolean joint,
        double saturated,
        int feather,
        int size) {

    public static final Range FEATHER = new Range("feather", 0, 256, 0), SIZE = new Range("size", 0, 16384, 0);

    /** What a picture starts from. */
    public enum Start {

        /** The picture of the frame before, or of the slice before in the first frame: steadier, and faster. */
        CONTINUED,

        /** The same as the first picture. */
        INDEPENDENT
    }

    /** How channels make pictures. */
    public enum Channels {

        /** Colours if there are three of up to 8 bits, else separate. */
        AUTO,

        /** The three are red, green and blue. */
        COLOR,

        /** Each is a grey picture of its own. */
        SEPARATE
    }

    /** Checks every option. @throws IllegalArgumentException naming the option, its value and what is legal */
    public StackOptions {
        IntensityMapping.SATURATED.check(saturated);
        FEATHER.check(feather);
        SIZE.check(size);
    }

    /** All options at their defaults. */
    public static StackOptions defaults() {
        return new StackOptions(
                Start.CONTINUED,
                Channels.AUTO,
                IntensityMapping.Choice.MINMAX,
                false,
                IntensityMapping.SATURATED.initial(),
                (int) FEATHER.initial(),
                (int) SIZE.initial());
    }

    public StackOptions withStart(Start newStart) {
        return new StackOptions(newStart, channels, range, joint, saturated, feather, size);
    }

    public StackOptions withChannels(Channels newChannels) {
        return new StackOptions(start, newChannels, range, joint, saturated, feather, size);
    }

    public StackOptions withRange(IntensityMapping.Choice newRange) {
        return new StackOptions(start, channels, newRange, joint, saturated, feather, size);
    }

    public StackOptions withJoint(boolean newJoint) {
        return new StackOptions(start, channels, range, newJoint, saturated, feather, size);
    }

    public StackOptions withSaturated(double newSaturated) {
        return new StackOptions(start, channels, range, joint, newSaturated, feather, size);
    }

    public StackOptions withFeather(int newFeather) {
        return new StackOptions(start, channels, range, joint, saturated, newFeather, size);
    }

    public StackOptions withSize(int newSize) {
        return new StackOptions(start, channels, range, joint, saturated, feather, newSize);
    }
}
