package io.github.neuralstyle.cli;

import io.github.neuralstyle.Options;
import io.github.neuralstyle.Settings;
import io.github.neuralstyle.batch.Augmentation;
import io.github.neuralstyle.batch.BatchItem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Variants of a training set in other looks. */
@Command(
        name = "augment",
        modelTransformer = OptionModel.class,
        sortOptions = false,
        description = "Makes variants of the images of a training set in the looks of styles, with their labels.",
        footer = {
            "%nWithout --labels they are searched in folders masks or labels beside the images, and among them as _masks, "
                    + "_label, _labels or -lbl. Variants keep size, bit depth and calibration; labels are copied as they are.",
            "%nThe output has the folders images and labels, manifest.csv, manifest.json and contact-sheet.png. The same command "
                    + "again makes only what is not made yet."
        })
public final class AugmentSubcommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--images", paramLabel = "DIR", description = "The folder of the images.")
    private Path images;

    @Option(names = "--labels", paramLabel = "DIR", description = "The folder of their label images.")
    private Path labels;

    @Option(names = "--styles", paramLabel = "DIR", description = "The folder of images in the looks to take.")
    private Path styles;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "DIR",
            description = "The folder to write; made if absent.")
    private Path output;

    @Option(names = "--manifest", paramLabel = "FILE", description = "With --again: the manifest.csv of variants.")
    private Path manifest;

    @Option(
            names = "--again",
            paramLabel = "ROW",
            description = "Make the variant of this row of the manifest again; the heading is row 1.")
    private Integer again;

    @Option(names = "--overwrite", description = "Make all variants again, and replace existing files.")
    private boolean overwrite;

    @Option(
            names = "--plan",
            description = "Make nothing, and write the manifest of what is to be made, for other machines.")
    private boolean plan;

    @Override
    public Integer call() throws IOException {
        int jobs = OptionModel.value(spec, CommandOptions.JOBS);
        Augmentation augmentation = OptionModel.checked(
                spec,
                () -> new Augmentation(
                        OptionModel.value(spec, CommandOptions.VARIANTS),
                        OptionModel.value(spec, CommandOptions.STRENGTHS),
                        OptionModel.value(spec, Options.SEED),
                        OptionModel.value(spec, CommandOptions.DROP),
                        settings()));
        checkUsage();
        List<String> leftOut = new ArrayList<>();
        List<BatchItem> items = again == null
                ? augmentation.items(images, labels, styles, output, leftOut::add)
                : Augmentation.again(manifest, again, output);
        leftOut.forEach(spec.commandLine().getErr()::println);
        if (plan) return BatchSubcommand.plan(spec, items, output, leftOut);
        long start = System.nanoTime();
        Augmentation.Summary summary;
        try (Interruption interruption = new Interruption()) {
            try (ProgressLine bar = new ProgressLine()) {
                summary = Augmentation.run(
                        items, output, jobs, overwrite, BatchSubcommand.listener(spec, bar, interruption));
            }
            report(summary, (System.nanoTime() - start) / 1e9);
        }
        if (summary.work().stopped() > 0) return Execution.INTERRUPTED;
        return summary.work().failed() > 0 || !leftOut.isEmpty() ? Execution.FAILED : Execution.DONE;
    }

    private Settings settings() {
        return OptionModel.settings(
                spec,
                OptionModel.value(spec, CommandOptions.AUGMENT_PRESET).settings(),
                CommandOptions.VARIANT_SETTINGS);
    }

    private void checkUsage() {
        boolean making = images != null && styles != null && manifest == null && again == null;
        boolean remaking = manifest != null && again != null && images == null && labels == null && styles == null;
        if (plan && (again != null || OptionModel.value(spec, CommandOptions.DROP) > 0))
            throw new ParameterException(
                    spec.commandLine(), "--plan cannot be given with --again or --drop; a plan has neither.");
        if (!making && !remaking)
            throw new ParameterException(
                    spec.commandLine(),
                    "Give --images and --styles, to make variants; or --manifest and --again, to make one again.");
    }

    private void report(Augmentation.Summary summary, double seconds) {
        Execution.print(
                spec,
                "%s: %d done, %d skipped, %d failed, %d dropped%s in %.1f s",
                output,
                summary.work().done(),
                summary.work().skipped(),
                summary.work().failed(),
                summary.dropped(),
                summary.work().stopped() == 0 ? "" : ", " + summary.work().stopped() + " left for the same command",
                seconds);
    }
}
