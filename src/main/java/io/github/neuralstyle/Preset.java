package io.github.neuralstyle;

import io.github.neuralstyle.loss.LossConfig;
import io.github.neuralstyle.util.Option;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long and how to work on a picture. */
public enum Preset {
    /** The network works at less than the usual size of a draft, and the finish adds the detail. */
    DRAFT(14, 0) {
        @Override
        void apply(Settings.Builder<Settings> builder) {
            super.apply(builder);
            builder.set(Options.NETWORK_SIZE, 384);
        }
    },
    STANDARD(60, 40),
    HIGH(150, 100),

    /** Statistics of features alone, without nearest neighbours: even textures instead of strokes. */
    STATISTICS(75, 0) {
        @Override
        void apply(Settings.Builder<Settings> builder) {
            super.apply(builder);
            builder.set(Options.VARIABLES, Settings.Variables.PIXELS)
                    .set(Options.FINISH, Options.OFF)
                    .set(Options.COARSEST, 128)
                    .set(LossConfig.LOSSES, List.of("content", "gram", "shift", "hist", "tv"));
        }
    },

    /**
     * The method of the article "Montreal Painted by Huang Gongwang: Style Neural Networks": one scale, ten times twenty
     * steps of L-BFGS, style at the second convolution of each block, shifts of 4, and a histogram of 255 bins at the first
     * layer. Its layers are those of VGG-16; a network with one convolution in its last block gives that one.
     */
    ARTICLE(200, 0) {
        @Override
        void apply(Settings.Builder<Settings> builder) {
            super.apply(builder);
            builder.set(Options.OPTIMIZER, Settings.Method.LBFGS)
                    .set(Options.FINISH, Options.OFF)
                    .set(Options.VARIABLES, Settings.Variables.PIXELS)
                    .set(Options.COARSEST, (int) Options.COARSEST.range().max())
                    .set(LossConfig.LOSSES, List.of("content", "gram", "shift", "hist"))
                    .set(LossConfig.STYLE_LAYERS, articleLayers())
                    .set(LossConfig.HISTOGRAM_LAYERS, LossConfig.equal("block1_conv1"))
                    .set(LossConfig.SHIFTS, List.of(4))
                    .set(LossConfig.BINS, 255);
        }
    };
    private final int steps, lastSteps;

    Preset(int steps, int lastSteps) {
        this.steps = steps;
        this.lastSteps = lastSteps;
    }

    /** Steps of the optimiser at each scale. */
    public int steps() {
        return steps;
    }

    /** Steps of the last phase, at full size. */
    public int lastSteps() {
        return lastSteps;
    }

    /** The defaults with the preset's changes. */
    public Settings settings() {
        Settings.Builder<Settings> builder = Settings.builder();
        apply(builder);
        return builder.build();
    }

    /** Sets what a preset decides. */
    void apply(Settings.Builder<Settings> builder) {
        builder.set(Options.STEPS, steps)
                .set(Options.LAST_STEPS, lastSteps)
                .set(Options.VARIABLES, Options.VARIABLES.initial())
                .set(Options.COARSEST, Options.COARSEST.initial())
                .set(Options.OPTIMIZER, Options.OPTIMIZER.initial())
                .set(Options.FINISH, Options.FINISH.initial())
                .set(Options.NETWORK_SIZE, Options.NETWORK_SIZE.initial())
                .set(LossConfig.DEFAULT);
    }

    /** Its name in options. */
    @Override
    public String toString() {
        return Option.text(this);
    }

    private static Map<String, Double> articleLayers() {
        Map<String, Double> weights = new LinkedHashMap<>();
        weights.put("block1_conv2", 0.05);
        weights.put("block2_conv2", 0.2);
        weights.put("block3_conv2", 0.2);
        weights.put("block4_conv2", 0.25);
        weights.put("block5_conv2/block5_conv1", 0.3);
        return weights;
    }
}
