package io.github.neuralstyle.cli;

import io.github.neuralstyle.Settings;
import io.github.neuralstyle.batch.BatchInput;
import io.github.neuralstyle.batch.BatchItem;
import io.github.neuralstyle.batch.BatchTransfer;
import io.github.neuralstyle.batch.Manifest;
import io.github.neuralstyle.util.ProgressListener;
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

/** Style transfer of many files. */
@Command(
        name = "batch",
        modelTransformer = OptionModel.class,
        sortOptions = false,
        description =
                "Makes pictures of many images, and a table of how each was made: manifest.csv in the output folder.",
        footer = {
            "%nThe same command again makes only what is not made yet: pictures whose inputs or settings have changed, that "
                    + "failed or were not reached. Ctrl-C ends the work after the current step; unfinished pictures are discarded.",
            "%nA list is a CSV file with the columns content, style (several separated by semicolons), output, preset and "
                    + "any of the options below from --size to --bins, without the dashes; all but content may be absent or blank. Contents "
                    + "and styles are relative to its folder."
        })
public final class BatchSubcommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--input",
            required = true,
            paramLabel = "DIR|GLOB|LIST.csv",
            description = "A folder, whose images are taken; a pattern in quotes, as \"photos/*.jpg\"; or a list.")
    private String input;

    @Option(
            names = "--style",
            converter = StyleConverter.class,
            paramLabel = "FILE",
            description = "An image that gives colours and brush strokes; several times for a mixture in equal parts.")
    private List<Path> styles = List.of();

    @Option(
            names = "--output",
            required = true,
            paramLabel = "DIR",
            description = "The folder for the pictures; made if absent.")
    private Path output;

    @Option(names = "--overwrite", description = "Make all pictures again, and replace existing files.")
    private boolean overwrite;

    @Option(
            names = "--plan",
            description = "Make nothing, and write the manifest of what is to be made, for other machines.")
    private boolean plan;

    @Override
    public Integer call() throws IOException {
        Settings settings = OptionModel.settings(spec);
        int jobs = OptionModel.value(spec, CommandOptions.JOBS);
        checkUsage();
        List<String> leftOut = new ArrayList<>();
        List<BatchItem> items = BatchInput.items(
                input, styles, output, settings, OptionModel.value(spec, CommandOptions.FORMAT), leftOut::add);
        leftOut.forEach(spec.commandLine().getErr()::println);
        if (plan) return plan(spec, items, output, leftOut);
        long start = System.nanoTime();
        BatchTransfer.Summary summary;
        try (Interruption interruption = new Interruption()) {
            try (ProgressLine bar = new ProgressLine()) {
                summary = BatchTransfer.run(items, output, jobs, overwrite, listener(spec, bar, interruption));
            }
            report(summary, (System.nanoTime() - start) / 1e9);
        }
        if (summary.stopped() > 0) return Execution.INTERRUPTED;
        return summary.failed() > 0 || !leftOut.isEmpty() ? Execution.FAILED : Execution.DONE;
    }

    static int plan(CommandSpec spec, List<BatchItem> items, Path output, List<String> leftOut) throws IOException {
        BatchTransfer.plan(items, output);
        Execution.print(spec, "%s: %d to make", output.resolve(Manifest.FILE), items.size());
        return leftOut.isEmpty() ? Execution.DONE : Execution.FAILED;
    }

    private void checkUsage() {
        if (styles.isEmpty() && !BatchInput.isList(input))
            throw new ParameterException(
                    spec.commandLine(), "--style is missing; only a list may have styles of its own.");
    }

    static ProgressListener<BatchTransfer.State> listener(
            CommandSpec spec, ProgressLine bar, Interruption interruption) {
        return state -> {
            bar.show(
                    state.done(),
                    state.left(),
                    state.finished() + "/" + state.of() + " "
                            + state.item().content().getFileName());
            if (!state.failure().isEmpty()) bar.note(spec.commandLine().getErr(), state.failure());
            return !interruption.requested();
        };
    }

    private void report(BatchTransfer.Summary summary, double seconds) {
        Execution.print(
                spec,
                "%s: %d done, %d skipped, %d failed%s in %.1f s",
                output,
                summary.done(),
                summary.skipped(),
                summary.failed(),
                summary.stopped() == 0 ? "" : ", " + summary.stopped() + " left for the same command",
                seconds);
    }
}
