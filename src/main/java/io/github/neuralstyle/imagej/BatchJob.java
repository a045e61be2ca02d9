package io.github.neuralstyle.imagej;

import io.github.neuralstyle.Settings;
import io.github.neuralstyle.batch.BatchInput;
import io.github.neuralstyle.batch.BatchItem;
import io.github.neuralstyle.batch.BatchTransfer;
import io.github.neuralstyle.batch.Outcome;
import io.github.neuralstyle.engine.Job;
import java.io.File;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/**
 * The work of {@code BatchCommand}; tells of its progress by {@link State}s and of images that failed by {@link Failure}s.
 *
 * @param input the folder of the images, absolute
 * @param style the image file to learn from, absolute
 * @param output the folder for the pictures, absolute
 */
public record BatchJob(File input, File style, File output, Settings settings) implements Job<BatchJob.Summary> {

    /** How many pictures are there, and how many could not be made. */
    public record Summary(int done, int skipped, int failed) implements Serializable {}

    /** @param image the name of one at work */
    public record State(double done, int finished, int of, String image, Duration left) implements Serializable {}

    /** @param text the file and the reason */
    public record Failure(String text) implements Serializable {}

    @Override
    public Summary run(Predicate<Object> progress) throws IOException {
        Path folder = output.toPath();
        List<BatchItem> items = BatchInput.folder(input.toPath(), List.of(style.toPath()), folder, settings, "png");
        BatchTransfer.Summary summary = BatchTransfer.run(items, folder, 1, false, new BatchTransfer.Listener() {

            @Override
            public boolean update(BatchTransfer.State state) {
                return progress.test(new State(
                        state.done(),
                        state.finished(),
                        state.of(),
                        state.item().content().getFileName().toString(),
                        state.left()));
            }

            @Override
            public void finished(Outcome outcome) {
                if (outcome.status() == Outcome.Status.FAILED)
                    progress.test(new Failure(outcome.item().content() + " failed: " + outcome.message()));
            }
        });
        return new Summary(summary.done(), summary.skipped(), summary.failed());
    }
}
