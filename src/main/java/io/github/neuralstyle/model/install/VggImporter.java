package io.github.neuralstyle.model.install;

import io.github.neuralstyle.model.InstalledModels;
import io.github.neuralstyle.model.Vgg;
import io.github.neuralstyle.model.train.Normalization;
import io.github.neuralstyle.model.weights.WeightSource;
import io.github.neuralstyle.util.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Installs a VGG from a file that was downloaded.
 *
 * @param pooling as in {@link VggImport}, like {@code images} and {@code source}
 * @param progress told how much of the normalisation is done; may stop it
 */
public record VggImporter(
        InstalledModels models,
        Vgg.Pooling pooling,
        Path images,
        WeightSource source,
        ProgressListener<Normalization.State> progress)
        implements Importer {

    /** @throws IllegalArgumentException if a network of this name can be neither there nor installed */
    @Override
    public boolean has(String name) {
        if (models.contains(name)) return true;
        models.checkFree(name);
        return false;
    }

    @Override
    public void add(String name, Path weights, String terms) throws IOException {
        new VggImport(weights, name, pooling, images, source, terms).into(models, progress);
    }
}
