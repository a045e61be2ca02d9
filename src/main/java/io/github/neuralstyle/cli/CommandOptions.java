package io.github.neuralstyle.cli;

import io.github.neuralstyle.FeatureVisualization;
import io.github.neuralstyle.Options;
import io.github.neuralstyle.Preset;
import io.github.neuralstyle.batch.Augmentation;
import io.github.neuralstyle.batch.BatchTransfer;
import io.github.neuralstyle.batch.BlendSheet;
import io.github.neuralstyle.image.histogram.HistogramMatching;
import io.github.neuralstyle.loss.LossConfig;
import io.github.neuralstyle.model.Vgg;
import io.github.neuralstyle.model.install.PublishedWeights;
import io.github.neuralstyle.model.install.VggImport;
import io.github.neuralstyle.model.train.Trainer;
import io.github.neuralstyle.model.weights.WeightSource;
import io.github.neuralstyle.texture.TextureSynthesis;
import io.github.neuralstyle.util.Option;
import io.github.neuralstyle.util.Range;
import java.util.List;
import java.util.stream.Stream;

/** Which options each command has, those of {@link Options} and some of its own; files are its own fields. */
final class CommandOptions {

    static final Option<Integer> JOBS = Option.integer(BatchTransfer.JOBS, "Pictures to make at a time.");

    static final Option<String> FORMAT =
            Option.choice("format", List.of("png", "jpg", "tif"), "png", "The format of the pictures.");

    static final Option<Integer> VARIANTS = Option.integer(Augmentation.VARIANTS, "Variants of each image.");

    static final Option<String> STRENGTHS = Option.text(
            Options.STRENGTH.name(),
            "A..B",
            Augmentation.STRENGTH,
            "The range to draw strengths from; the higher, the less the labels hold.");

    static final Option<Double> DROP = Option.number(
            Augmentation.DROP,
            "Leave out variants that keep less than this part of their edges on the borders of labels.");

    static final Option<Preset> AUGMENT_PRESET = Options.PRESET.withInitial(Augmentation.PRESET, "How long to work.");

    /** The settings that variants share. */
    static final List<Option<?>> VARIANT_SETTINGS = List.of(
            Options.STEPS, Options.LAST_STEPS, Options.STYLE_SCALE, Options.FINISH, Options.MODEL, LossConfig.LOSSES);

    static final Option<String> MEMORY = Option.text(
                    "memory",
                    "SIZE",
                    null,
                    "The most memory to take, as 4G or 900M; pictures that need more are made in tiles, or refused before the work.")
            .withInitialText(() -> "90 % of the machine's or container's");

    static final Option<Integer> REFERENCE_STEPS =
            Option.integer(new Range("reference-steps", 1, 1000, 5), "Steps of VGG-19 to take the median of.");

    static final Option<Integer> EPOCHS = Option.integer(Trainer.EPOCHS, "Passes over the images."),
            BATCH = Option.integer(Trainer.BATCH, "Images per step.");
    static final Option<Double> LEARNING_RATE = Option.number(Trainer.LEARNING_RATE, "The largest learning rate.");
    static final Option<Vgg.Pooling> POOLING = Option.choice("pooling", Trainer.POOLING, "Pooling while training.");

    static final Option<Integer> BINS =
            LossConfig.BINS.withInitial((int) HistogramMatching.BINS.initial(), "Bins of the histograms.");

    static final Option<Integer>
            EXPLAIN_SIZE = Option.integer(FeatureVisualization.SIZE, "Longest side of each picture in pixels."),
            EXPLAIN_STEPS = Options.STEPS.withInitial(Options.STEPS.initial(), "Steps of the optimiser at each scale.");
    static final Option<List<String>>
            EXPLAIN_LAYERS =
                    Option.names(
                            "layers", FeatureVisualization.contentLayers(), "The layers to reconstruct from, or all."),
            EXPLAIN_STYLE_LAYERS =
                    Option.names(
                            LossConfig.STYLE_LAYERS.name(),
                            List.copyOf(LossConfig.STYLE_LAYERS.initial().keySet()),
                            "The layers of the textures, from the first on."),
            EXPLAIN_LOSSES =
                    LossConfig.LOSSES
                            .withInitial(
                                    FeatureVisualization.LOSSES, "The losses of the textures, separated by commas.")
                            .withLegal(() -> "some of " + String.join(", ", FeatureVisualization.styleLosses()));

    static final Option<Vgg.Pooling> IMPORT_POOLING =
            Option.choice("pooling", VggImport.POOLING, "How blocks are halved.");
    static final Option<WeightSource> SOURCE =
            Option.choice("source", WeightSource.class, null, "Who trained it, if the file does not say.");
    static final Option<String> FROM = Option.text(
                    "from",
                    "PUBLISHER",
                    null,
                    "Whose file: the original weights at Keras, or torchvision's, seven times as large.")
            .withLegal(PublishedWeights::publishers)
            .withInitialText(() -> PublishedWeights.ALL.get(0).from());

    private CommandOptions() {}

    /** The options of a command, in the order of its help. */
    static List<Option<?>> of(String command) {
        return switch (command) {
            case "transfer" -> settings(Options.STATE, MEMORY);
            case "batch" -> settings(JOBS, FORMAT, MEMORY);
            case "augment" -> Stream.of(
                            List.of(VARIANTS, STRENGTHS, DROP, Options.SEED, JOBS, AUGMENT_PRESET, MEMORY),
                            VARIANT_SETTINGS)
                    .<Option<?>>flatMap(List::stream)
                    .toList();
            case "benchmark" -> settings(REFERENCE_STEPS, MEMORY);
            case "explain" -> List.of(
                    EXPLAIN_SIZE,
                    EXPLAIN_LAYERS,
                    EXPLAIN_STYLE_LAYERS,
                    EXPLAIN_LOSSES,
                    EXPLAIN_STEPS,
                    Options.SEED,
                    Options.MODEL,
                    MEMORY);
            case "sheet" -> Stream.of(
                            List.of(BlendSheet.COLUMNS, BlendSheet.STRENGTHS, BlendSheet.SIZE),
                            settings(MEMORY).stream()
                                    .filter(option -> option != Options.SIZE && option != Options.STYLE_WEIGHTS)
                                    .toList())
                    .<Option<?>>flatMap(List::stream)
                    .toList();
            case "texture" -> List.of(
                    TextureSynthesis.SIZE, TextureSynthesis.TILEABLE, Options.STYLE_WEIGHTS, Options.SEED);
            case "match" -> List.of(Options.MODE, Options.METHOD, BINS, FORMAT);
            case "compare" -> List.of(Options.MODEL);
            case "histograms" -> List.of(BINS, Options.MODEL);
            case "train" -> List.of(EPOCHS, BATCH, LEARNING_RATE, POOLING, Options.SEED);
            case "import" -> List.of(IMPORT_POOLING, SOURCE);
            case "install" -> List.of(FROM, IMPORT_POOLING, SOURCE);
            default -> throw new IllegalArgumentException(command);
        };
    }

    private static List<Option<?>> settings(Option<?>... more) {
        return Stream.of(
                        Stream.of(more),
                        Stream.of(Options.PRESET),
                        Options.SETTINGS.stream(),
                        Stream.of(Options.LAYER_WEIGHTS))
                .flatMap(options -> options)
                .<Option<?>>map(option -> option)
                .toList();
    }
}
