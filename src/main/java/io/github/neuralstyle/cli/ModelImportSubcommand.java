package io.github.neuralstyle.cli;

import io.github.neuralstyle.model.ModelStore;
import io.github.neuralstyle.model.install.VggImport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Installs a published VGG from a file. */
@Command(
        name = "import",
        sortOptions = false,
        description = "Installs a VGG-16 or VGG-19 from a file of weights, for use as a --model.",
        footer =
                "%nRead are Keras' .h5 and .weights.h5, SavedModels, .safetensors, and PyTorch's .pth, by their content. "
                        + "Nothing in a file is executed.")
final class ModelImportSubcommand implements Callable<Integer> {

    private static final int INTERRUPTED = 130;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A file of weights, or the folder of a SavedModel.")
    private Path file;

    @Option(names = "--name", paramLabel = "NAME", description = "What to call it (default vgg16 or vgg19).")
    private String name;

    @Mixin
    private ImportOptions options;

    @Override
    public Integer call() throws IOException {
        long start = System.nanoTime();
        try (Interruption interruption = new Interruption();
                ProgressLine bar = new ProgressLine()) {
            VggImport.Result result = new VggImport(file, name, options.pooling, options.images, options.source, null)
                    .into(new ModelStore().installed(), new NormalizationProgress(bar, interruption));
            bar.close();
            spec.commandLine()
                    .getOut()
                    .printf(
                            Locale.ROOT,
                            "%s: %s of %s (%s) after %.1f s, with %s pooling%s; see %s%n",
                            result.name(),
                            result.vgg().name(),
                            result.format(),
                            result.source(),
                            (System.nanoTime() - start) / 1e9,
                            options.pooling.name().toLowerCase(Locale.ROOT),
                            options.images == null ? "" : ", normalised",
                            result.folder().resolve("MODEL_CARD.md"));
            spec.commandLine().getOut().flush();
            return 0;
        } catch (CancellationException e) {
            return INTERRUPTED;
        }
    }
}
