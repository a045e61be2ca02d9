package io.github.neuralstyle.imagej;

import io.github.neuralstyle.Settings;
import io.github.neuralstyle.batch.BatchInput;
import io.github.neuralstyle.batch.BatchItem;
import io.github.neuralstyle.batch.BatchTransfer;
import io.github.neuralstyle.engine.Job;
import io.github.neuralstyle.util.ProgressListener;
import java.io.File;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The work of {@code BatchCommand}.
 *
 * @param input the folder of the images, absolute
 * @param style the image file to learn from, absolute
 * @param output the folder for the pictures, absolute
 */
public record BatchJob(File input, File style, File output, Settings settings)
        implements Job<BatchJob.Summary, BatchJob.State> {

    /** How many pictures are there, and how many could not be made. */
    public record Summary(int done, int skipped, int failed) implements Serializable {}

    /**
     * The state of the work.
     *
     * @param done from 0 to 1
     * @param image the name of the current one
     * @param failure the file that has just failed and the reason; empty if none has
     */
    public record State(double done, int finished, int of, String image, Duration left, String failure)
            implements Serializable {

        static State of(BatchTransfer.State state) {
            return new State(
                    state.done(),
                    state.finished(),
                    state.of(),
                    state.item().content().getFileName().toString(),
                    state.left(),
                    state.failure());
        }
    }

    @Override
    public Summary run(ProgressListener<State> progress) throws IOException {
        Path folder = output.toPath();
        List<String> leftOut = new ArrayList<>();
        List<BatchItem> items =
                BatchInput.folder(input.toPath(), List.of(style.toPath()), folder, settings, "png", leftOut::add);
        for (String note : leftOut) progress.update(new State(0, 0, items.size(), "", Duration.ZERO, note));
        BatchTransfer.Summary summary =
                BatchTransfer.run(items, folder, 1, false, state -> progress.update(State.of(state)));
        return new Summary(summary.done(), summary.skipped(), summary.failed() + leftOut.size());
    }
}
