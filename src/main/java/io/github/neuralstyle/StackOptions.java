package io.github.neuralstyle;

import io.github.neuralstyle.image.IntensityMapping;
import io.github.neuralstyle.util.Option;
import io.github.neuralstyle.util.OptionValues;
import java.util.List;
import java.util.Map;

/** How the pictures of a stack are made: a value for every option of {@link Options#STACK}. */
public final class StackOptions extends OptionValues<StackOptions> {

    /** What a picture starts from. */
    public enum Start {

        /** The picture of the previous frame, or of the previous slice in the first frame: steadier, and faster. It follows the motion of the scene. */
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

    private StackOptions(Map<String, Object> values) {
        super(values);
    }

    /** All options at their defaults. */
    public static StackOptions defaults() {
        return builder().build();
    }

    /** A builder that starts from the defaults. */
    public static Builder<StackOptions> builder() {
        return new Builder<>(Options.STACK, StackOptions::new);
    }

    @Override
    public Builder<StackOptions> toBuilder() {
        return new Builder<>(this, StackOptions::new);
    }

    @Override
    public List<Option<?>> options() {
        return Options.STACK;
    }

    /** What the pictures after the first of a sequence start from. */
    public Start start() {
        return get(Options.START);
    }

    public Channels channels() {
        return get(Options.CHANNELS);
    }

    /** Which values are black and white. */
    public IntensityMapping.Choice range() {
        return get(Options.RANGE);
    }

    /** Whether all channels have one range; if not, each has its own. */
    public boolean joint() {
        return get(Options.JOINT);
    }

    /** Percent of the pixels outside the range, for percentiles. */
    public double saturated() {
        return get(Options.SATURATED);
    }

    /** The width in pixels of the soft edge inside each region; 0 for a hard one. */
    public int feather() {
        return get(Options.FEATHER);
    }

    /** The longest side of the result's planes in pixels; 0 for those of the image. */
    public int size() {
        return get(Options.STACK_SIZE);
    }

    public StackOptions withRange(IntensityMapping.Choice range) {
        return with(Options.RANGE, range);
    }

    public StackOptions withFeather(int feather) {
        return with(Options.FEATHER, feather);
    }

    /** The same for some settings: pictures that are the content itself are not continued, which leaves out noise. */
    public StackOptions with(Settings settings) {
        return settings.isContentAlone() ? with(Options.START, Start.INDEPENDENT) : this;
    }

    public StackOptions withSize(int size) {
        return with(Options.STACK_SIZE, size);
    }
}
