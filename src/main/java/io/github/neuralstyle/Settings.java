package io.github.neuralstyle;

import io.github.neuralstyle.image.Pyramid;
import io.github.neuralstyle.loss.LossConfig;
import io.github.neuralstyle.util.Range;
import java.io.Serializable;
import java.util.List;

/**
 * Every option of a style transfer. The constants hold its default and its legal range; nothing else does.
 *
 * @param size the longest side of the result in pixels
 * @param coarsest the longest side in pixels, about, of the first scale; if it is {@code size} or more there is but one
 * @param steps of the optimiser at each scale
 * @param strength from 0, the content alone, to 1, the style alone
 * @param styleScale the longest side of the style image relative to {@code size}; it is never enlarged
 * @param init what the optimisation starts from
 * @param optimizer which method takes the steps
 * @param seed of all random numbers
 * @param model the name of an installed network or the folder of a SavedModel
 * @param recipe which losses are combined, and at which layers
 */
public record Settings(
        int size,
        int coarsest,
        int steps,
        double strength,
        double styleScale,
        Init init,
        Method optimizer,
        long seed,
        String model,
        LossConfig recipe)
        implements Serializable {

    public static final Range SIZE = new Range("size", 64, 16384, 512);
    public static final Range COARSEST = new Range("coarsest", Pyramid.MIN_SIDE, 16384, 128);
    public static final Range STEPS = new Range("steps", 1, 100000, Preset.STANDARD.steps());
    public static final Range STRENGTH = new Range("strength", 0, 1, 0.5);
    public static final Range STYLE_SCALE = new Range("style-scale", 0.1, 4, 1);
    public static final Range SEED = new Range("seed", 0, Integer.MAX_VALUE, 0);
    public static final String MODEL = "compact-vgg";

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

    /** Checks every option. @throws IllegalArgumentException naming the option, its value and what is legal */
    public Settings {
        SIZE.check(size);
        COARSEST.check(coarsest);
        STEPS.check(steps);
        STRENGTH.check(strength);
        STYLE_SCALE.check(styleScale);
        SEED.check(seed);
    }

    /** All options at their defaults. */
    public static Settings defaults() {
        return new Settings(
                (int) SIZE.initial(),
                (int) COARSEST.initial(),
                (int) STEPS.initial(),
                STRENGTH.initial(),
                STYLE_SCALE.initial(),
                Init.CONTENT,
                Method.ADAM,
                (long) SEED.initial(),
                MODEL,
                LossConfig.DEFAULT);
    }

    public Settings withSize(int newSize) {
        return new Settings(newSize, coarsest, steps, strength, styleScale, init, optimizer, seed, model, recipe);
    }

    public Settings withCoarsest(int newCoarsest) {
        return new Settings(size, newCoarsest, steps, strength, styleScale, init, optimizer, seed, model, recipe);
    }

    public Settings withSteps(int newSteps) {
        return new Settings(size, coarsest, newSteps, strength, styleScale, init, optimizer, seed, model, recipe);
    }

    public Settings withStrength(double newStrength) {
        return new Settings(size, coarsest, steps, newStrength, styleScale, init, optimizer, seed, model, recipe);
    }

    public Settings withStyleScale(double newStyleScale) {
        return new Settings(size, coarsest, steps, strength, newStyleScale, init, optimizer, seed, model, recipe);
    }

    public Settings withInit(Init newInit) {
        return new Settings(size, coarsest, steps, strength, styleScale, newInit, optimizer, seed, model, recipe);
    }

    public Settings withOptimizer(Method newOptimizer) {
        return new Settings(size, coarsest, steps, strength, styleScale, init, newOptimizer, seed, model, recipe);
    }

    public Settings withSeed(long newSeed) {
        return new Settings(size, coarsest, steps, strength, styleScale, init, optimizer, newSeed, model, recipe);
    }

    public Settings withModel(String newModel) {
        return new Settings(size, coarsest, steps, strength, styleScale, init, optimizer, seed, newModel, recipe);
    }

    public Settings withRecipe(LossConfig newRecipe) {
        return new Settings(size, coarsest, steps, strength, styleScale, init, optimizer, seed, model, newRecipe);
    }

    public Settings withLosses(String... losses) {
        return withRecipe(recipe.withLosses(List.of(losses)));
    }
}
