package io.github.neuralstyle.batch;

import ij.util.ThreadUtil;
import io.github.neuralstyle.Settings;
import io.github.neuralstyle.batch.PixelClassifier.Example;
import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.image.histogram.HistogramMatching;
import io.github.neuralstyle.image.histogram.HistogramMatching.Method;
import io.github.neuralstyle.image.histogram.HistogramMatching.Mode;
import io.github.neuralstyle.testimages.LabelledNuclei;
import io.github.neuralstyle.util.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;

/**
 * Whether variants help: a pixel classifier learns from labelled fluorescence (A), as it is, matched to another modality (B), or as
 * variants in the look of B, and is tested on labelled images of B that it has not seen. Where nuclei are darker than the
 * ground in B, A is inverted for all trainings. {@code mvn -q test-compile exec:java
 * -Dexec.classpathScope=test -Dexec.mainClass=io.github.neuralstyle.batch.TrainingSetExperiment -Dexec.args="FOLDER 0.2..0.4
 * FIRST_SEED SEEDS"}, with an empty folder; prints a table.
 */
final class TrainingSetExperiment {

    /** What the classifier learns from. */
    enum Training {
        ALONE("A alone"),
        HISTOGRAMS("A with histograms of B"),
        REINHARD("A with means and deviations of B (Reinhard)"),
        VARIANTS("variants of A in the look of B"),
        LABELLED("labelled images of B, for comparison");

        final String text;

        Training(String text) {
            this.text = text;
        }
    }

    /** The modalities to transfer to. */
    enum Modality {
        PHASE("phase contrast"),
        WIDEFIELD("widefield in tissue");

        final String text;

        Modality(String text) {
            this.text = text;
        }

        Img<?> image(LabelledNuclei nuclei) {
            return this == WIDEFIELD ? image16(nuclei.widefield()) : image8(nuclei.phase());
        }

        /** Of A. */
        Img<?> fluorescence(LabelledNuclei nuclei) {
            short[] pixels = nuclei.fluorescence();
            if (this == PHASE) for (int i = 0; i < pixels.length; i++) pixels[i] = (short) (WHITE - pixels[i]);
            return image16(pixels);
        }
    }

    /** Of Student's distribution, by the degrees of freedom from 1 on: 97.5 % are below. */
    private static final double[] STUDENT = {
        12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201
    };

    /** Pixels that a classifier learns from, and the brightest value of A. */
    private static final int SAMPLES = 12000, WHITE = 4095;

    private final int images, styles, variants;
    private final String strength;
    private final Settings settings;

    /** @param images labelled ones of A, and to test on of B; @param styles unlabelled ones of B; @param variants of each image */
    TrainingSetExperiment(int images, int styles, int variants, String strength, Settings settings) {
        this.images = images;
        this.styles = styles;
        this.variants = variants;
        this.strength = strength;
        this.settings = settings;
    }

    public static void main(String[] args) throws IOException {
        TrainingSetExperiment experiment = new TrainingSetExperiment(4, 4, 2, args[1], Augmentation.PRESET.settings());
        int first = Integer.parseInt(args[2]), seeds = Integer.parseInt(args[3]);
        System.out.println("| trained on | B | IoU, mean and 95 % confidence interval | variants better by |");
        System.out.println("|---|---|---|---|");
        for (Modality modality : args.length > 4 ? List.of(Modality.valueOf(args[4])) : List.of(Modality.values())) {
            double[][] scores = new double[Training.values().length][seeds];
            for (int i = 0; i < seeds; i++) {
                Path folder = Path.of(args[0], modality + "-" + (first + i));
                Map<Training, Double> found = experiment.run(folder, modality, first + i);
                for (Training training : Training.values()) scores[training.ordinal()][i] = found.get(training);
                System.err.println(modality + ", seed " + (first + i) + ": " + found);
            }
            double[] ours = scores[Training.VARIANTS.ordinal()];
            for (Training training : Training.values()) {
                double[] own = scores[training.ordinal()], better = ours.clone();
                for (int i = 0; i < seeds; i++) better[i] -= own[i];
                System.out.printf(
                        "| %s | %s | %s | %s |%n", training.text, modality.text, interval(own), interval(better));
            }
        }
        ThreadUtil.threadPoolExecutor.shutdown(); // ImageJ's, which would keep the program from its end
    }

    /** The mean of values and half the width of its 95 % confidence interval. */
    static String interval(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow(),
                squares =
                        Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        int n = values.length;
        return n == 1
                ? String.format("%.3f", mean)
                : String.format("%.3f ± %.3f", mean, STUDENT[n - 2] * Math.sqrt(squares / (n - 1) / n));
    }

    /** The intersection over union of each training, on B. @param folder empty; receives the images of A and the variants */
    Map<Training, Double> run(Path folder, Modality modality, int seed) throws IOException {
        long next = 1000L * seed;
        List<Example> own = new ArrayList<>(), labelled = new ArrayList<>(), test = new ArrayList<>();
        List<Img<?>> looks = new ArrayList<>();
        for (int i = 0; i < images; i++) {
            LabelledNuclei nuclei = new LabelledNuclei(next++),
                    others = new LabelledNuclei(next++),
                    last = new LabelledNuclei(next++);
            own.add(new Example(modality.fluorescence(nuclei), ints(nuclei.labels())));
            labelled.add(new Example(modality.image(others), ints(others.labels())));
            test.add(new Example(modality.image(last), ints(last.labels())));
        }
        for (int i = 0; i < styles; i++) looks.add(modality.image(new LabelledNuclei(next++)));
        Map<Training, Double> scores = new EnumMap<>(Training.class);
        for (Training training : Training.values()) {
            List<Example> examples =
                    switch (training) {
                        case ALONE -> own;
                        case HISTOGRAMS -> matched(own, looks, Mode.CHANNELS);
                        case REINHARD -> matched(own, looks, Mode.REINHARD);
                        case VARIANTS -> variants(folder, own, looks, seed);
                        case LABELLED -> labelled;
                    };
            scores.put(training, new PixelClassifier(examples, SAMPLES, seed).intersectionOverUnion(test));
        }
        return scores;
    }

    private List<Example> matched(List<Example> own, List<Img<?>> looks, Mode mode) {
        HistogramMatching matching = new HistogramMatching(mode, Method.BINNED, 256);
        List<Example> all = new ArrayList<>();
        for (int i = 0; i < own.size(); i++)
            for (int v = 0; v < variants; v++)
                all.add(new Example(
                        matching.match(own.get(i).image(), looks.get((i + v) % looks.size())),
                        own.get(i).labels()));
        return all;
    }

    private List<Example> variants(Path folder, List<Example> own, List<Img<?>> looks, int seed) throws IOException {
        Path set = folder.resolve("images"), labels = folder.resolve("masks"), look = folder.resolve("styles");
        for (Path each : List.of(set, labels, look)) Files.createDirectories(each);
        for (int i = 0; i < own.size(); i++) {
            ImageFiles.writeSamples(own.get(i).image(), set.resolve(i + ".tif"));
            ImageFiles.writeSamples(labels(own.get(i).labels()), labels.resolve(i + ".tif"));
        }
        for (int i = 0; i < looks.size(); i++) ImageFiles.writeSamples(looks.get(i), look.resolve(i + ".tif"));
        Path output = folder.resolve("variants");
        List<BatchItem> items = new Augmentation(variants, strength, seed, 0, settings)
                .items(set, labels, look, output, System.err::println);
        Augmentation.run(items, output, 1, false, ProgressListener.none());
        List<Example> all = new ArrayList<>();
        for (BatchItem item : items) {
            Img<?> image = ImageFiles.openSamples(item.output()).image();
            all.add(new Example(image, LabelFiles.read(item.variant().output(), item.output(), image)));
        }
        return all;
    }

    private static Img<?> labels(int[] labels) {
        short[] pixels = new short[labels.length];
        for (int i = 0; i < pixels.length; i++) pixels[i] = (short) labels[i];
        return image16(pixels);
    }

    private static Img<?> image16(short[] pixels) {
        return ArrayImgs.unsignedShorts(pixels, LabelledNuclei.SIDE, LabelledNuclei.SIDE);
    }

    private static Img<?> image8(float[] pixels) {
        byte[] bytes = new byte[pixels.length];
        for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) Math.round(pixels[i]);
        return ArrayImgs.unsignedBytes(bytes, LabelledNuclei.SIDE, LabelledNuclei.SIDE);
    }

    private static int[] ints(short[] labels) {
        int[] all = new int[labels.length];
        for (int i = 0; i < all.length; i++) all[i] = labels[i];
        return all;
    }
}
