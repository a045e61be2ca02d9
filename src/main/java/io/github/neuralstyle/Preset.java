package io.github.neuralstyle;

import io.github.neuralstyle.loss.LossConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How long and how to work on a picture. */
public enum Preset {
    DRAFT(30),
    STANDARD(75),
    HIGH(300),

    /**
     * The recipe of the article "Montreal Painted by Huang Gongwang: Style Neural Networks": one scale, ten times twenty
     * steps of L-BFGS, style at the second convolution of each block, shifts of 4, and a histogram of 255 bins at the first
     * layer. Its layers are those of VGG-16; a network with one convolution in its last block gives that one.
     */
    ARTICLE(200) {
        @Override
        public Settings settings() {
            return super.settings()
                    .withOptimizer(Settings.Method.LBFGS)
                    .withCoarsest((int) Settings.COARSEST.most())
                    .withRecipe(new LossConfig(
                            List.of("content", "gram", "shift", "hist"),
                            LossConfig.equal("block4_conv2"),
                            articleLayers(),
                            LossConfig.equal("block1_conv1"),
                            List.of(4),
                            255));
        }
    };

    private final int steps;

    Preset(int steps) {
        this.steps = steps;
    }

    /** The preset of a name, in any case. @throws IllegalArgumentException naming all if there is none */
    public static Preset of(String name) {
        for (Preset preset : values()) if (preset.name().equalsIgnoreCase(name)) return preset;
        throw new IllegalArgumentException("preset is " + name + "; it must be one of "
                + Stream.of(values()).map(Preset::toString).collect(Collectors.joining(", ")) + ".");
    }

    /** Steps of the optimiser at each scale. */
    public int steps() {
        return steps;
    }

    /** The defaults, but for what the preset changes. */
    public Settings settings() {
        return Settings.defaults().withSteps(steps);
    }

    /** Its name in options. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
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
