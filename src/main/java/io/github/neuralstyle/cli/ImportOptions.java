package io.github.neuralstyle.cli;

import io.github.neuralstyle.model.Vgg;
import io.github.neuralstyle.model.install.VggImport;
import io.github.neuralstyle.model.weights.WeightSource;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What is made of the weights in a file. */
final class ImportOptions {

    @Option(
            names = "--pooling",
            paramLabel = "NAME",
            description = "How blocks are halved (${bundle:legal.import-pooling}).")
    Vgg.Pooling pooling = VggImport.POOLING;

    @Option(
            names = "--normalize",
            paramLabel = "DIR|ZIP",
            description =
                    "Make each channel's mean activation 1 over these images, as Gatys et al. do; 200 of them at most.")
    Path images;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "Who trained it, if the file does not tell (${bundle:legal.source}).")
    WeightSource source;
}
