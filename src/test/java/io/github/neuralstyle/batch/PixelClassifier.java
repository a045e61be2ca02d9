package io.github.neuralstyle.batch;

import ij.plugin.filter.GaussianBlur;
import ij.process.FloatProcessor;
import io.github.neuralstyle.image.Planes;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.imglib2.img.Img;
import smile.classification.RandomForest;

/**
 * Tells nuclei from background pixel by pixel: a random forest of smoothed values, gradients, differences of Gaussians and local
 * deviations, as interactive segmentation programs use them. Of each image the 1st to the 99.8th percentile are mapped to
 * 0..1, so that brightness and contrast of whole images do not matter.
 */
final class PixelClassifier {

    /** An image of one channel and its labels, (height * width), 0 for the background. */
    record Example(Img<?> image, int[] labels) {}

    private static final double[] SIGMAS = {1, 2, 4, 8};
    private static final int PER_SIGMA = 4, TREES = 60, LEAVES = 500, SMALLEST_LEAF = 3;
    private static final GaussianBlur BLUR = new GaussianBlur();

    static {
        System.setProperty("smile.threads", "1"); // else trees get random numbers in the order of threads
    }

    private final RandomForest forest;

    /** @param samples pixels to learn from, over all images */
    PixelClassifier(List<Example> examples, int samples, long seed) {
        Random random = new Random(seed);
        int each = samples / examples.size();
        double[][] x = new double[each * examples.size()][];
        int[] y = new int[x.length];
        for (int e = 0, n = 0; e < examples.size(); e++) {
            double[][] features = features(examples.get(e).image());
            for (int i = 0; i < each; i++, n++) {
                int pixel = random.nextInt(features.length);
                x[n] = features[pixel];
                y[n] = examples.get(e).labels()[pixel] > 0 ? 1 : 0;
            }
        }
        smile.math.Math.setSeed(seed + 1);
        int tried = (int) Math.sqrt(x[0].length);
        forest = new RandomForest(null, x, y, TREES, LEAVES, SMALLEST_LEAF, tried, 1);
    }

    /** The intersection over union of the nuclei found and labelled, over the pixels of all images. */
    double intersectionOverUnion(List<Example> examples) {
        long both = 0, any = 0;
        for (Example example : examples) {
            double[][] features = features(example.image());
            boolean[] found = new boolean[features.length];
            IntStream.range(0, found.length).parallel().forEach(i -> found[i] = forest.predict(features[i]) == 1);
            for (int i = 0; i < found.length; i++) {
                boolean labelled = example.labels()[i] > 0;
                if (found[i] && labelled) both++;
                if (found[i] || labelled) any++;
            }
        }
        return (double) both / any;
    }

    /** (pixels, features) */
    private static double[][] features(Img<?> image) {
        Planes planes = Planes.of("image", image);
        double[] values = planes.luminance(), ascending = values.clone();
        Arrays.sort(ascending);
        double black = ascending[(int) (.01 * ascending.length)], white = ascending[(int) (.998 * ascending.length)];
        FloatProcessor normal = new FloatProcessor(planes.width(), planes.height()), squares;
        for (int i = 0; i < values.length; i++) normal.setf(i, (float) ((values[i] - black) / (white - black)));
        squares = (FloatProcessor) normal.duplicate();
        squares.sqr();
        double[][] features = new double[values.length][PER_SIGMA * SIGMAS.length];
        for (int s = 0; s < SIGMAS.length; s++) {
            FloatProcessor mean = blurred(normal, SIGMAS[s]),
                    wider = blurred(normal, 1.6 * SIGMAS[s]),
                    power = blurred(squares, SIGMAS[s]),
                    edges = (FloatProcessor) mean.duplicate();
            edges.findEdges();
            for (int i = 0; i < values.length; i++) {
                float value = mean.getf(i);
                float[] of = {
                    value,
                    edges.getf(i),
                    value - wider.getf(i),
                    (float) Math.sqrt(Math.max(0, power.getf(i) - value * value))
                };
                for (int f = 0; f < PER_SIGMA; f++) features[i][PER_SIGMA * s + f] = of[f];
            }
        }
        return features;
    }

    private static FloatProcessor blurred(FloatProcessor image, double sigma) {
        FloatProcessor copy = (FloatProcessor) image.duplicate();
        BLUR.blurGaussian(copy, sigma, sigma, 1e-3);
        return copy;
    }
}
