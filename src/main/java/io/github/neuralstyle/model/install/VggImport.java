package io.github.neuralstyle.model.install;

import io.github.neuralstyle.model.InstalledModels;
import io.github.neuralstyle.model.Vgg;
import io.github.neuralstyle.model.VggWeights;
import io.github.neuralstyle.model.VggWriter;
import io.github.neuralstyle.model.train.Normalization;
import io.github.neuralstyle.model.weights.TensorBundle;
import io.github.neuralstyle.model.weights.VggReader;
import io.github.neuralstyle.model.weights.WeightSource;
import io.github.neuralstyle.model.weights.WeightsException;
import io.github.neuralstyle.util.Checksum;
import io.github.neuralstyle.util.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Installs a VGG-16 or VGG-19 from a file of weights: HDF5 of Keras, SavedModel, safetensors or PyTorch. The channel order
 * and the range that the network expects of its input are folded into its first convolution.
 *
 * @param file of weights, or the folder of a SavedModel
 * @param name of the network; null for the name of its architecture
 * @param images a folder or zip file of images over which each channel's mean activation is made 1 (Gatys et al. 2016);
 *            null to leave the weights as they are
 * @param source who trained it; null to recognise it
 * @param terms authors, licence and citation for the model card; null for those of the published weights
 */
public record VggImport(Path file, String name, Vgg.Pooling pooling, Path images, WeightSource source, String terms) {

    /** The default pooling. */
    public static final Vgg.Pooling POOLING = Vgg.Pooling.AVERAGE;

    private static final String USUAL_TERMS =
            """
		The architecture and its training are those of K. Simonyan and A. Zisserman, *Very Deep Convolutional Networks for
		Large-Scale Image Recognition*, ICLR 2015, arXiv:1409.1556: cite it in what you publish. The authors' weights, and
		conversions of them such as those of Keras and from Caffe, are under the Creative Commons Attribution licence;
		torchvision's are its own training, of a program under the BSD 3-clause licence. All were trained on ImageNet, whose
		terms are for research. For another file, see where it came from.""";

    /** An import of a file with all defaults. */
    public static VggImport of(Path file) {
        return new VggImport(file, null, POOLING, null, null, null);
    }

    /**
     * An importer of downloaded files.
     *
     * @param progress of the normalisation
     */
    public static ModelInstallation.Importer importer(
            InstalledModels models,
            Vgg.Pooling pooling,
            Path images,
            WeightSource source,
            ProgressListener<Normalization.State> progress) {
        return new ModelInstallation.Importer() {
            /** @throws IllegalArgumentException if no network of this name can be installed */
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
        };
    }

    /**
     * The installed network.
     *
     * @param vgg the architecture
     * @param format of the file, for messages
     * @param source who trained it, and how that was recognised, for messages
     */
    public record Result(String name, Path folder, Vgg vgg, String format, String source) {}

    /**
     * Reads, converts and installs. The checksum of the file, which may take seconds, is computed meanwhile.
     *
     * @param progress of the normalisation
     * @throws WeightsException if the file contains no VGG, is damaged, or its source must be given
     * @throws IOException if something cannot be read or written
     * @throws IllegalArgumentException if the name is not valid or taken
     * @throws java.util.concurrent.CancellationException if it was stopped; nothing is installed then
     */
    public Result into(InstalledModels models, ProgressListener<Normalization.State> progress) throws IOException {
        if (name != null) models.checkFree(name);
        FutureTask<String> sha256 =
                new FutureTask<>(() -> Checksum.sha256(Files.isDirectory(file) ? TensorBundle.index(file) : file));
        Thread thread = new Thread(sha256, "checksum");
        thread.setDaemon(true);
        thread.start();
        try {
            return into(models, VggReader.read(file), sha256, progress);
        } finally {
            sha256.cancel(true);
        }
    }

    private static String get(FutureTask<String> sha256) throws IOException {
        try {
            return sha256.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException unreadable) throw unreadable;
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted.", e);
        }
    }

    private Result into(
            InstalledModels models,
            VggReader.Contents contents,
            FutureTask<String> sha256,
            ProgressListener<Normalization.State> progress)
            throws IOException {
        Vgg vgg = contents.weights().vgg();
        String given = name == null ? vgg.name() : name;
        models.checkFree(given);
        WeightSource.Found found = found(contents, sha256);
        Path folder = models.install(given, target -> {
            VggWeights weights = found.source().fold(contents.weights());
            if (images != null)
                weights = Normalization.normalize(weights, pooling, images, target.resolve("scratch"), progress);
            VggWriter.write(weights, pooling, false, target);
            Files.writeString(target.resolve("MODEL_CARD.md"), card(given, contents, found, get(sha256)));
            KnownAnswers.write(target);
        });
        return new Result(given, folder, vgg, contents.format(), found.toString());
    }

    private WeightSource.Found found(VggReader.Contents contents, FutureTask<String> sha256) throws IOException {
        if (source != null) return new WeightSource.Found(source, "as given by --source");
        try {
            return WeightSource.of(contents.naming(), contents.names(), get(sha256));
        } catch (WeightsException e) {
            throw WeightsException.of(file, e);
        }
    }

    private String card(String given, VggReader.Contents contents, WeightSource.Found found, String sha256) {
        Vgg vgg = contents.weights().vgg();
        return String.format(
                Locale.ROOT,
                """
			# %s

			An imported feature network for Neural Style: a TensorFlow SavedModel with the input `image`, float32 (batch, height,
			width, 3), sRGB 0..255, and the outputs `block1_conv1` and so on, after ReLU. What the original expects of its input
			is part of the first convolution.

			| | |
			|---|---|
			| Architecture | %s of Simonyan & Zisserman without its top: blocks of %s convolutions, of %s channels; borders padded with mirrored pixels |
			| File | `%s`, %s, SHA-256%s `%s` |
			| Source | %s |
			| Input of the original | %s |
			| Pooling | %s |
			| Normalisation | %s |
			| Date | %s |

			%s
			""",
                given,
                vgg.depths().equals(Vgg.VGG16.depths()) ? "VGG-16" : "VGG-19",
                vgg.depths(),
                vgg.widths(),
                file.getFileName(),
                contents.format(),
                Files.isDirectory(file) ? " of its variables.index" : "",
                sha256,
                found,
                found.source().input,
                pooling.name().toLowerCase(Locale.ROOT),
                images == null
                        ? "none"
                        : "each channel's mean activation is 1 over the images of `" + images.getFileName() + "`",
                LocalDate.now(),
                terms == null ? USUAL_TERMS : terms);
    }
}
