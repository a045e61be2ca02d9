package io.github.neuralstyle.model.train;

import io.github.neuralstyle.util.Range;
import java.time.LocalDate;
import java.util.Locale;

/**
 * What users of a trained network should know.
 *
 * @param name of the network
 * @param images where the training images came from
 * @param command that makes the network again
 */
public record ModelCard(String name, String images, String command) {

    String text(ImageFolders data, Trainer.Recipe recipe, Trainer.Accuracy heldOut) {
        return String.format(
                Locale.ROOT,
                """
			# %s

			A feature network for Neural Style: a TensorFlow SavedModel with the input `image`, float32 (batch, height,
			width, 3), sRGB 0..255, and the outputs `block1_conv1` and so on, after ReLU. Weights are stored in half
			precision. Each channel's mean activation over training images is 1.

			| | |
			|---|---|
			| Images | %s: %d images of %d classes |
			| Architecture | blocks of %s convolutions, of %s channels; borders padded with mirrored pixels |
			| Training | %d passes, batches of %d, Adam with a largest learning rate of %s and cosine decay, crops of %dx%d pixels, mirrored at random, %s, seed %d |
			| Pooling | %s while training, average in this model |
			| Accuracy | %s of %d held-out images |
			| Date | %s |
			| Command | `%s` |
			""",
                name,
                images,
                data.size(),
                data.classes().size(),
                recipe.vgg().depths(),
                recipe.vgg().widths(),
                recipe.epochs(),
                recipe.batch(),
                Range.text(recipe.learningRate()),
                Trainer.CROP,
                Trainer.CROP,
                recipe.bfloat16() ? "bfloat16" : "float32",
                recipe.seed(),
                recipe.pooling().name().toLowerCase(Locale.ROOT),
                heldOut,
                heldOut.of(),
                LocalDate.now(),
                command);
    }
}
