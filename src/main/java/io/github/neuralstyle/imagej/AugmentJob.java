package io.github.neuralstyle.imagej;

import io.github.neuralstyle.Settings;
import io.github.neuralstyle.batch.Augmentation;
import io.github.neuralstyle.batch.BatchItem;
import io.github.neuralstyle.engine.Job;
import io.github.neuralstyle.util.ProgressListener;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The work of {@code AugmentCommand}; folders are absolute.
 *
 * @param labels null to look for them
 * @see Augmentation
 */
public record AugmentJob(
        File images,
        File labels,
        File styles,
        File output,
        int variants,
        String strength,
        long seed,
        double drop,
        Settings settings)
        implements Job<BatchJob.Summary, BatchJob.State> {

    @Override
    public BatchJob.Summary run(ProgressListener<BatchJob.State> progress) throws IOException {
        Path folder = output.toPath();
        List<String> leftOut = new ArrayList<>();
        List<BatchItem> items = new Augmentation(variants, strength, seed, drop, settings)
                .items(images.toPath(), labels == null ? null : labels.toPath(), styles.toPath(), folder, leftOut::add);
        for (String note : leftOut) progress.update(new BatchJob.State(0, 0, items.size(), "", Duration.ZERO, note));
        Augmentation.Summary summary =
                Augmentation.run(items, folder, 1, false, state -> progress.update(BatchJob.State.of(state)));
        return new BatchJob.Summary(
                summary.work().done(), summary.work().skipped(), summary.work().failed() + leftOut.size());
    }
}
