package io.github.neuralstyle.model.imports;

import java.io.IOException;
import java.nio.file.Path;

import io.github.neuralstyle.model.InstalledModels;
import io.github.neuralstyle.model.Vgg;
import io.github.neuralstyle.model.download.Importer;
import io.github.neuralstyle.train.Normalization;

/**
 * Installs a VGG from a file that was downloaded.
 *
 * @param pooling as in {@link Import}, like {@code images} and {@code source}
 * @param progress told how much of the normalisation is done; may stop it
 */
public record VggImporter(InstalledModels models, Vgg.Pooling pooling, Path images, Source source,
	Normalization.Listener progress) implements Importer
{

	/** @throws IllegalArgumentException if a network of this name can be neither there nor installed */
	@Override
	public boolean has(String name) {
		if (models.contains(name))
			return true;
		models.checkFree(name);
		return false;
	}

	@Override
	public void add(String name, Path weights, String terms) throws IOException {
		new Import(weights, name, pooling, images, source, terms).into(models, progress);
	}
}
