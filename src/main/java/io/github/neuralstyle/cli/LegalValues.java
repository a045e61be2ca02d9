package io.github.neuralstyle.cli;

import io.github.neuralstyle.FeatureVisualization;
import io.github.neuralstyle.Preset;
import io.github.neuralstyle.Settings;
import io.github.neuralstyle.batch.BatchTransfer;
import io.github.neuralstyle.image.histogram.HistogramMatching;
import io.github.neuralstyle.loss.LayerWeights;
import io.github.neuralstyle.loss.LossConfig;
import io.github.neuralstyle.loss.Losses;
import io.github.neuralstyle.model.ModelStore;
import io.github.neuralstyle.model.Vgg;
import io.github.neuralstyle.model.install.PublishedWeights;
import io.github.neuralstyle.model.install.VggImport;
import io.github.neuralstyle.model.train.Trainer;
import io.github.neuralstyle.model.weights.WeightSource;
import io.github.neuralstyle.util.Range;
import java.util.Arrays;
import java.util.ListResourceBundle;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the help and the error messages say of the values of options, taken from where they are defined. */
final class LegalValues {

    private static final String KEY = "legal.";

    private static final Map<String, String> LEGAL = new TreeMap<>(), DESCRIPTIONS = new TreeMap<>();

    static {
        for (Range range : new Range[] {
            Settings.SIZE,
            Settings.COARSEST,
            Settings.STRENGTH,
            Settings.STYLE_SCALE,
            Settings.SEED,
            Trainer.EPOCHS,
            Trainer.BATCH,
            Trainer.LEARNING_RATE,
            BenchmarkSubcommand.REFERENCE_STEPS,
            HistogramMatching.BINS,
            BatchTransfer.JOBS
        }) add(range.name(), "from " + range, Range.text(range.initial()));
        Settings defaults = Settings.defaults();
        add(Settings.STEPS.name(), "from " + Settings.STEPS, null);
        add(
                "preset",
                Stream.of(Preset.values())
                        .map(p -> lower(p) + " (" + p.steps() + " steps)")
                        .collect(Collectors.joining(", ")),
                lower(Preset.STANDARD));
        add("init", choice(Settings.Init.values()), lower(defaults.init()));
        add("optimizer", choice(Settings.Method.values()), lower(defaults.optimizer()));
        add(
                "mode",
                choice(HistogramMatching.Mode.values()),
                lower(HistogramMatching.defaults().mode()));
        add(
                "method",
                choice(HistogramMatching.Method.values()),
                lower(HistogramMatching.defaults().method()));
        add("format", choice(BatchSubcommand.Format.values()), lower(BatchSubcommand.Format.PNG));
        add("pooling", choice(Vgg.Pooling.values()), lower(Trainer.POOLING));
        add("source", choice(WeightSource.values()), null);
        add("import-pooling", choice(Vgg.Pooling.values()), lower(VggImport.POOLING));
        add("model", "installed: " + String.join(", ", new ModelStore().names()), defaults.model());
        add("published", PublishedWeights.names(), null);
        add("from", PublishedWeights.publishers(), PublishedWeights.ALL.get(0).from());
        LossConfig recipe = defaults.recipe();
        add("losses", "some of " + String.join(", ", Losses.names()), String.join(",", recipe.losses()));
        add("content-layers", null, String.join(",", recipe.contentLayers().keySet()));
        add("style-layers", null, String.join(",", recipe.styleLayers().keySet()));
        add("layer-weights", choice(LayerWeights.values()), lower(LayerWeights.EQUAL));
        add("histogram-layers", null, String.join(",", recipe.histogramLayers().keySet()));
        add(
                "shifts",
                "whole numbers of at least 1",
                "16 and 64 in block 1, 8 and 32 in 2, 4 and 16 in 3, 4 and 8 in 4");
        add("explain-size", "from " + FeatureVisualization.SIZE, Range.text(FeatureVisualization.SIZE.initial()));
        add("explain-steps", "from " + Settings.STEPS, Range.text(Settings.STEPS.initial()));
        add("explain-layers", null, String.join(",", FeatureVisualization.contentLayers()));
        add(
                "explain-losses",
                "some of " + String.join(", ", FeatureVisualization.styleLosses()),
                String.join(",", FeatureVisualization.LOSSES));
    }

    private LegalValues() {}

    private static void add(String option, String legal, String initial) {
        if (legal != null) LEGAL.put(option, legal);
        DESCRIPTIONS.put(
                KEY + option,
                Stream.of(legal, initial == null ? null : "default " + initial)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("; ")));
    }

    private static String choice(Enum<?>... values) {
        return Arrays.stream(values)
                .map(LegalValues::lower)
                .collect(Collectors.joining(", "))
                .replaceFirst(", (\\w+)$", " or $1");
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** The legal values of an option, as a phrase after "it must be"; null where all are. */
    static String of(String option) {
        String name = option.replaceFirst("^-*", "");
        return LEGAL.get(name);
    }

    /** For descriptions: {@code ${bundle:legal.size}} becomes "64 to 16384; default 512". */
    static ResourceBundle bundle() {
        Object[][] contents = DESCRIPTIONS.entrySet().stream()
                .map(e -> new Object[] {e.getKey(), e.getValue()})
                .toArray(Object[][]::new);
        return new ListResourceBundle() {
            @Override
            protected Object[][] getContents() {
                return contents;
            }
        };
    }
}
