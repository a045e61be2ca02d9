package io.github.neuralstyle;

import io.github.neuralstyle.image.Pyramid;
import io.github.neuralstyle.image.Pyramid.Size;
import io.github.neuralstyle.loss.LossConfig;
import io.github.neuralstyle.loss.Losses;
import io.github.neuralstyle.transfer.Phase;
import io.github.neuralstyle.transfer.Recoloring;
import io.github.neuralstyle.util.Option;
import io.github.neuralstyle.util.OptionValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** A value for every option of {@link Options#SETTINGS}, and {@link Options#STATE}. */
public final class Settings extends OptionValues<Settings> {

    static final List<Option<?>> ALL =
            Stream.concat(Options.SETTINGS.stream(), Stream.of(Options.STATE)).toList();

    /** What the picture is before the first step. */
    public enum Init {
        CONTENT,
        NOISE
    }

    /** The method of optimisation. */
    public enum Method {
        ADAM,
        LBFGS
    }

    /** The amount of the finish at full strength, if none is given. */
    private static final double FINISH_BY_STRENGTH = 0.8;

    /** What the optimisation changes. */
    public enum Variables {

        /** Bands of a Laplacian pyramid in the style's colours: large forms move as fast as fine ones. */
        PYRAMID,

        /** The pixels themselves. */
        PIXELS
    }

    private final LossConfig lossConfig;

    private Settings(Map<String, Object> values) {
        super(values);
        lossConfig = LossConfig.of(this);
    }

    /** All options at their defaults. */
    public static Settings defaults() {
        return builder().build();
    }

    /** A builder that starts from the defaults. */
    public static Builder<Settings> builder() {
        return new Builder<>(ALL, Settings::new);
    }

    @Override
    public Builder<Settings> toBuilder() {
        return new Builder<>(this, Settings::new);
    }

    @Override
    public List<Option<?>> options() {
        return Options.SETTINGS;
    }

    /** The longest side of the result in pixels. */
    public int size() {
        return get(Options.SIZE);
    }

    /** The longest side in pixels, about, of the first scale; if it is {@link #size} or more there is only one. */
    public int coarsest() {
        return get(Options.COARSEST);
    }

    /** Steps of the optimiser at each scale. */
    public int steps() {
        return get(Options.STEPS);
    }

    /** Steps of the last phase, at full size, in which each layer has its own nearest neighbours. */
    public int lastSteps() {
        return get(Options.LAST_STEPS);
    }

    /** Those of Adam; L-BFGS changes pixels. */
    public Variables variables() {
        return optimizer() == Method.LBFGS ? Variables.PIXELS : get(Options.VARIABLES);
    }

    /**
     * The phases in which a picture is made, from coarse to fine; of pixels there are two scales until a side is twice as
     * long, of a pyramid one.
     *
     * @param width of the content, in pixels
     * @param height of the content, in pixels
     * @param continued whether the picture starts from another of its size
     * @throws IllegalArgumentException if the content is too small
     */
    public List<Phase> phases(int width, int height, boolean continued) {
        List<Size> sizes =
                Pyramid.sizes(width, height, coarsest(), networkSize(), variables() == Variables.PYRAMID ? 1 : 2);
        Size last = sizes.get(sizes.size() - 1);
        List<Phase> phases = new ArrayList<>();
        for (Size size : continued ? List.of(last) : sizes) phases.add(new Phase(size, steps(), false));
        if (lastSteps() > 0 && Losses.hasNeighbors(lossConfig.losses())) phases.add(new Phase(last, lastSteps(), true));
        return phases;
    }

    /** From 0, the content alone, to 1, the style alone. */
    public double strength() {
        return get(Options.STRENGTH);
    }

    /** Whether the result is the content itself at its size, for which no network is needed. */
    public boolean isContentAlone() {
        return strength() == 0 && init() == Init.CONTENT;
    }

    public Recoloring.Mode color() {
        return get(Options.COLOR);
    }

    /** The longest side of the style image relative to {@link #size}; it is never enlarged. */
    public double styleScale() {
        return get(Options.STYLE_SCALE);
    }

    /** The longest side of a style image that is of use, in pixels. */
    public int styleLongest() {
        return (int) Math.ceil(size() * Math.max(1, styleScale()));
    }

    /** How much is repainted by the finish, from 0, fine, to 1, broad; empty for no finish, as at strength 0. */
    public OptionalDouble finish() {
        String finish = get(Options.FINISH);
        if (finish.equals(Options.OFF) || strength() == 0) return OptionalDouble.empty();
        return OptionalDouble.of(
                finish.equals(Options.ON) ? FINISH_BY_STRENGTH * strength() : Double.parseDouble(finish));
    }

    /** The longest side in pixels at which the network works: without a finish that of the result. */
    public int networkSize() {
        return finish().isPresent() ? Math.min(size(), get(Options.NETWORK_SIZE)) : size();
    }

    /** The longest side of a content image that is of use, in pixels. */
    public int contentLongest() {
        return color() == Recoloring.Mode.STYLE ? networkSize() : size();
    }

    public Init init() {
        return get(Options.INIT);
    }

    public Method optimizer() {
        return get(Options.OPTIMIZER);
    }

    /** Of all random numbers. */
    public long seed() {
        return get(Options.SEED);
    }

    /** The name of an installed network or the folder of a SavedModel. */
    public String model() {
        return get(Options.MODEL);
    }

    /** Which losses are combined, and at which layers. */
    public LossConfig lossConfig() {
        return lossConfig;
    }

    public Settings withSize(int size) {
        return with(Options.SIZE, size);
    }

    public Settings withCoarsest(int coarsest) {
        return with(Options.COARSEST, coarsest);
    }

    public Settings withSteps(int steps) {
        return with(Options.STEPS, steps);
    }

    public Settings withLastSteps(int steps) {
        return with(Options.LAST_STEPS, steps);
    }

    public Settings withVariables(Variables variables) {
        return with(Options.VARIABLES, variables);
    }

    public Settings withStrength(double strength) {
        return with(Options.STRENGTH, strength);
    }

    public Settings withStyleScale(double styleScale) {
        return with(Options.STYLE_SCALE, styleScale);
    }

    /** @param finish a text of {@link Options#FINISH} */
    public Settings withFinish(String finish) {
        return toBuilder().parse(Options.FINISH, finish).build();
    }

    public Settings withNetworkSize(int networkSize) {
        return with(Options.NETWORK_SIZE, networkSize);
    }

    public Settings withInit(Init init) {
        return with(Options.INIT, init);
    }

    public Settings withOptimizer(Method optimizer) {
        return with(Options.OPTIMIZER, optimizer);
    }

    public Settings withSeed(long seed) {
        return with(Options.SEED, seed);
    }

    public Settings withModel(String model) {
        return with(Options.MODEL, model);
    }

    public Settings withLossConfig(LossConfig newConfig) {
        return toBuilder().set(newConfig).build();
    }

    /** @deprecated the name of {@link #withLossConfig} in scripts of earlier versions */
    @Deprecated
    public Settings withRecipe(LossConfig newConfig) {
        return withLossConfig(newConfig);
    }

    public Settings withLosses(String... losses) {
        return with(LossConfig.LOSSES, List.of(losses));
    }
}
