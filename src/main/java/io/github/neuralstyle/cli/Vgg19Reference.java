package io.github.neuralstyle.cli;

import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.image.Resampling;
import io.github.neuralstyle.loss.Content;
import io.github.neuralstyle.loss.Gram;
import io.github.neuralstyle.loss.LossGraph;
import io.github.neuralstyle.loss.LossTargets;
import io.github.neuralstyle.loss.Term;
import io.github.neuralstyle.model.FeatureModel;
import io.github.neuralstyle.model.Precision;
import io.github.neuralstyle.model.Vgg;
import io.github.neuralstyle.model.VggWeights;
import io.github.neuralstyle.model.VggWriter;
import io.github.neuralstyle.util.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** What a step costs with the network and losses of Gatys et al. (2016): the arithmetic is the same with any weights. */
final class Vgg19Reference {

    private static final int GRAIN = 16;

    private Vgg19Reference() {}

    /** A square picture of smooth noise. */
    static Pixels picture(int size, long seed) {
        int coarse = Math.max(2, size / GRAIN);
        Random random = new Random(seed);
        float[] values = new float[3 * coarse * coarse];
        for (int i = 0; i < values.length; i++) values[i] = 255 * random.nextFloat();
        return Resampling.resize(new Pixels(coarse, coarse, values), size, size);
    }

    /** The median over some steps of value and gradient, after one to warm up. */
    static double secondsPerStep(FeatureModel vgg19, Precision precision, Pixels content, Pixels style, int steps) {
        try (LossGraph graph = new LossGraph(vgg19, precision);
                LossTargets styles = graph.targets(terms(), List.of(style), 1);
                LossTargets losses = styles.withContent(content)) {
            float[] gradient = new float[content.values().length];
            losses.evaluate(content.values(), gradient);
            double[] seconds = new double[steps];
            for (int i = 0; i < steps; i++) {
                long start = System.nanoTime();
                losses.evaluate(content.values(), gradient);
                seconds[i] = (System.nanoTime() - start) / 1e9;
            }
            Arrays.sort(seconds);
            return (seconds[(steps - 1) / 2] + seconds[steps / 2]) / 2;
        }
    }

    private static List<Term> terms() {
        List<Term> terms = new ArrayList<>(List.of(new Term(new Content(), "block4_conv2", 1)));
        for (int block = 1; block <= 5; block++) terms.add(new Term(new Gram(), "block" + block + "_conv1", 1));
        return terms;
    }

    /** With random weights. */
    static FeatureModel vgg19() throws IOException {
        Path folder = Files.createTempDirectory("vgg19-");
        try {
            VggWriter.write(VggWeights.random(Vgg.VGG19, 0), Vgg.Pooling.AVERAGE, false, folder);
            return FeatureModel.load(folder);
        } finally {
            Folders.delete(folder);
        }
    }
}
