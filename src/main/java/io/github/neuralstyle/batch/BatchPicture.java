package io.github.neuralstyle.batch;

import io.github.neuralstyle.StyleTransfer;
import io.github.neuralstyle.batch.Outcome.Status;
import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.transfer.Drawing;
import io.github.neuralstyle.transfer.InsufficientMemoryException;
import io.github.neuralstyle.transfer.Painter;
import io.github.neuralstyle.transfer.TransferState;
import io.github.neuralstyle.util.Messages;
import io.github.neuralstyle.util.ProgressListener;
import java.io.IOException;
import java.util.Map;

/** The work on one picture of a batch, from files to a file. */
class BatchPicture {

    final BatchItem item;
    final StylePainters painters;
    final int jobs;
    final InputChecksums checksums;
    Map<String, Double> losses = Map.of();
    private final long start = System.nanoTime();

    /** @param jobs how many pictures share the memory */
    BatchPicture(BatchItem item, StylePainters painters, int jobs, InputChecksums checksums) {
        this.item = item;
        this.painters = painters;
        this.jobs = jobs;
        this.checksums = checksums;
    }

    /** Makes it and writes its file; what goes wrong with it is in the outcome. */
    Outcome make(ProgressListener<TransferState> progress) {
        try {
            return transfer(progress);
        } catch (InsufficientMemoryException | OutOfMemoryError e) {
            return failure("The memory does not suffice for a size of "
                    + item.settings().size() + " pixels: choose a smaller one or fewer jobs, or close other programs.");
        } catch (IOException | RuntimeException e) {
            return failure(
                    e.getMessage() == null
                            ? "Failed: " + e.getClass().getSimpleName() + "."
                            : Messages.oneLine(e.getMessage()));
        }
    }

    Outcome transfer(ProgressListener<TransferState> progress) throws IOException {
        Pixels content = ImageFiles.open(item.content(), item.settings().contentLongest())
                .image();
        Painter painter = painters.of(item);
        String checksum = checksums.of(item);
        StyleTransfer.checkMemory(content.width(), content.height(), item.settings(), jobs);
        Drawing result = painter.draw(content, state -> {
            losses = state.losses();
            return progress.update(state);
        });
        if (result.stopped()) return Outcome.none(item, Status.STOPPED, seconds(), "");
        ImageFiles.write(result.image(), item.output());
        return new Outcome(
                item,
                Status.DONE,
                checksum,
                losses,
                result.steps(),
                result.image().getWidth(),
                result.image().getHeight(),
                seconds(),
                "",
                Map.of());
    }

    private Outcome failure(String message) {
        return Outcome.none(item, Status.FAILED, seconds(), message);
    }

    final double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }
}
