package io.github.neuralstyle.cli;

import io.github.neuralstyle.model.ModelStore;
import io.github.neuralstyle.model.Vgg;
import io.github.neuralstyle.model.install.VggImport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Installs a published VGG from a file. */
@Command(
        name = "import",
        modelTransformer = OptionModel.class,
        sortOptions = false,
        description = "Installs a VGG-16 or VGG-19 from a file of weights, for use as a --model.",
        footer =
                "%nRead are Keras' .h5 and .weights.h5, SavedModels, .safetensors, and PyTorch's .pth, by their content. "
                        + "Nothing in a file is executed.")
final class ModelImportSubcommand implements Callable<Integer> {

    static final String NORMALIZE =
            "Make each channel's mean activation 1 over these images, as Gatys et al. do; 200 of them at most.";

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A file of weights, or the folder of a SavedModel.")
    private Path file;

    @Option(names = "--name", paramLabel = "NAME", description = "What to call it (default vgg16 or vgg19).")
    private String name;

    @Option(names = "--normalize", paramLabel = "DIR|ZIP", description = NORMALIZE)
    private Path images;

    @Override
    public Integer call() throws IOException {
        Vgg.Pooling pooling = OptionModel.value(spec, CommandOptions.IMPORT_POOLING);
        long start = System.nanoTime();
        try (Interruption interruption = new Interruption();
                ProgressLine bar = new ProgressLine()) {
            VggImport.Result result = new VggImport(
                            file, name, pooling, images, OptionModel.value(spec, CommandOptions.SOURCE), null)
                    .into(new ModelStore().installed(), bar.normalization(interruption));
            bar.close();
            Execution.print(
                    spec,
                    "%s: %s of %s (%s) after %.1f s, with %s pooling%s; see %s",
                    result.name(),
                    result.vgg().name(),
                    result.format(),
                    result.source(),
                    (System.nanoTime() - start) / 1e9,
                    CommandOptions.POOLING.format(pooling),
                    images == null ? "" : ", normalised",
                    result.folder().resolve("MODEL_CARD.md"));
            return 0;
        } catch (CancellationException e) {
            return Execution.INTERRUPTED;
        }
    }
}
