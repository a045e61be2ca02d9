package io.github.neuralstyle.loss;

import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.loss.Loss.Reference;
import java.util.List;

/**
 * Weights that make the terms' shares mean the same for every image and network. Each term is divided by the norm of its
 * own gradient where it pulls hardest: a loss of style at the content image, a loss of content at the style image, and
 * a loss without reference at noise.
 */
public final class Balance {

    private Balance() {}

    /**
     * The terms' weights.
     *
     * @param losses with its targets set
     * @param content the content image
     * @param style the first style image, at the content's size
     * @param noise at the content's size
     */
    public static double[] weights(LossGraph losses, Pixels content, Pixels style, Pixels noise) {
        float[][] norms = {
            losses.gradientNorms(content.values(), Reference.STYLE),
            losses.gradientNorms(style.values(), Reference.CONTENT),
            losses.gradientNorms(noise.values(), Reference.NONE)
        };
        List<Term> terms = losses.terms();
        double[] weights = new double[terms.size()];
        double pixels = Math.sqrt(content.values().length);
        for (int i = 0; i < weights.length; i++) {
            // of the three, only that at the term's own image is not 0
            double norm = norms[0][i] + norms[1][i] + norms[2][i];
            weights[i] = norm > 0 ? terms.get(i).share() * pixels / norm : 0;
        }
        return weights;
    }
}
