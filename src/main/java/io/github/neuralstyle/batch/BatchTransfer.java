package io.github.neuralstyle.batch;

import io.github.neuralstyle.batch.Outcome.Status;
import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.transfer.TransferState;
import io.github.neuralstyle.util.ProgressListener;
import io.github.neuralstyle.util.Range;
import io.github.neuralstyle.util.RemainingTime;
import io.github.neuralstyle.util.UserFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Style transfer of many images. After each picture the file {@code manifest.csv} in the folder of the outputs is rewritten; a later run finds in it what is done. The row of a picture not begun or not finished is there from the
 * start, with the status stopped, so that a run which is stopped, or killed, is resumed by the same run again.
 */
public final class BatchTransfer {

    /**
     * Pictures made at a time. TensorFlow's threads are the same for all, as many as there are processors, and how it
     * divides the work among them does not depend on the load: pictures are the same to the bit with any number of jobs.
     */
    public static final Range JOBS =
            new Range("jobs", 1, 2 * Runtime.getRuntime().availableProcessors(), 1);

    /**
     * Where the work stands.
     *
     * @param finished pictures made, skipped or failed, of {@code of}
     * @param item a picture at work
     * @param picture where that picture stands; null before its first step
     * @param done from 0 to 1: the part of the work of this run
     * @param left the estimated time left
     * @param outcome of {@code item} if it has just been made or failed, and is in the manifest; else null
     */
    public record State(
            int finished, int of, BatchItem item, TransferState picture, double done, Duration left, Outcome outcome) {

        /** The file that has just failed and the reason; empty if none has. */
        public String failure() {
            return outcome == null || outcome.status() != Status.FAILED
                    ? ""
                    : item.content() + " failed: " + outcome.message();
        }
    }

    /** How many pictures were made, were there already, could not be made, or were left for another run. */
    public record Summary(int done, int skipped, int failed, int stopped) {}

    private final List<BatchItem> items;
    private final int jobs;
    private final ProgressListener<State> listener;
    private final Manifest manifest;
    private final InputChecksums checksums = new InputChecksums();
    private final List<BatchItem> work = new ArrayList<>();
    private final RemainingTime remaining = new RemainingTime(System::nanoTime);
    private StylePainters painters;
    private double[] parts;
    private int done, skipped, failed;
    private volatile boolean stopped;

    private BatchTransfer(List<BatchItem> items, Path folder, int jobs, ProgressListener<State> listener)
            throws IOException {
        this.items = items;
        this.jobs = (int) JOBS.check(jobs);
        this.listener = listener;
        manifest = Manifest.of(folder);
    }

    /**
     * Makes the pictures that the folder's manifest does not have. One that fails is listed with the reason, and the work
     * goes on.
     *
     * @param items as from {@link BatchInput#items}
     * @param folder for the manifest; made if absent
     * @param jobs how many to make at a time
     * @param overwrite whether to make all, also those that are there
     * @param listener receives the state after each step and each picture, from one thread at a time; if it stops the
     *          work, unfinished pictures are discarded
     * @throws IOException before the work if another batch is at work in the folder, if an output cannot be written, or is a file that the manifest does not have and
     *           that is not to be overwritten, or if the style of all pictures cannot be read; later if the manifest cannot
     *           be written
     * @throws IllegalArgumentException before the work if a model cannot be loaded
     */
    public static Summary run(
            List<BatchItem> items, Path folder, int jobs, boolean overwrite, ProgressListener<State> listener)
            throws IOException {
        if (!UserFolder.isWritable(folder))
            throw new IOException("Cannot write to the folder " + folder + "; choose another output.");
        try (FolderLock lock = new FolderLock(folder)) {
            BatchTransfer batch = new BatchTransfer(items, folder, jobs, listener);
            batch.plan(overwrite);
            if (!batch.work.isEmpty()) batch.prepare(overwrite);
            batch.work.forEach(item -> batch.manifest.put(Outcome.none(item, Status.STOPPED, 0, "")));
            batch.manifest.write();
            batch.work();
            return new Summary(
                    batch.done, batch.skipped, batch.failed, items.size() - batch.done - batch.skipped - batch.failed);
        }
    }

    /**
     * Writes the manifest of pictures that are still to be made, with the status stopped, and makes none.
     *
     * @param folder for the manifest; made if absent
     * @throws IOException if there is a manifest already, or it cannot be written
     */
    public static void plan(List<BatchItem> items, Path folder) throws IOException {
        Path file = folder.resolve(Manifest.FILE);
        if (Files.exists(file))
            throw new IOException("Cannot write the plan " + file + ": it is there already; choose another output.");
        Files.createDirectories(folder);
        Manifest manifest = Manifest.of(folder);
        items.forEach(item -> manifest.put(Outcome.none(item, Status.STOPPED, 0, "")));
        manifest.write();
    }

    private void plan(boolean overwrite) {
        for (BatchItem item : items)
            if (overwrite) work.add(item);
            else if (manifest.holds(item, checksums)) {
                manifest.skip(item);
                skipped++;
            } else work.add(item);
        parts = new double[work.size()];
    }

    /** Finds out what would fail for all, or lose a file. */
    private void prepare(boolean overwrite) throws IOException {
        for (BatchItem item : work) {
            if (!overwrite && Files.exists(item.output()) && !manifest.knows(item))
                throw new IOException("Cannot write " + item.output()
                        + ": the file is there already and not in the manifest; move it away, or choose to overwrite.");
            Files.createDirectories(item.output().toAbsolutePath().getParent());
            ImageFiles.checkWritable(item.output());
        }
        if (work.stream().map(BatchItem::styles).distinct().count() == 1)
            for (Path style : work.get(0).styles())
                ImageFiles.open(style, work.get(0).settings().styleLongest());
        painters = new StylePainters(work);
    }

    private void work() throws IOException {
        ExecutorService threads = Executors.newFixedThreadPool(jobs);
        try {
            CompletableFuture.allOf(IntStream.range(0, work.size())
                            .mapToObj(i -> CompletableFuture.runAsync(() -> make(i), threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException manifestFailed) throw manifestFailed.getCause();
            if (e.getCause() instanceof Error error) throw error;
            throw e;
        } finally {
            threads.shutdown();
            if (painters != null) painters.close();
        }
    }

    private void make(int index) {
        BatchItem item = work.get(index);
        try {
            if (!update(index, null)) return;
            int sharing = Math.min(jobs, work.size());
            BatchPicture picture = item.variant() == null
                    ? new BatchPicture(item, painters, sharing, checksums)
                    : new VariantPicture(item, painters, sharing, checksums);
            Outcome outcome = picture.make(state -> update(index, state));
            painters.release(item);
            if (outcome.status() != Status.STOPPED) finish(index, outcome);
        } catch (Throwable e) {
            stopped = true;
            throw e;
        }
    }

    private synchronized boolean update(int index, TransferState picture) {
        if (stopped) return false;
        parts[index] = picture == null ? 0 : picture.done();
        return report(index, picture, null);
    }

    private boolean report(int index, TransferState picture, Outcome outcome) {
        double part = DoubleStream.of(parts).sum() / parts.length;
        Duration left = part == 0 ? Duration.ZERO : remaining.after(part);
        if (!listener.update(
                new State(done + skipped + failed, items.size(), work.get(index), picture, part, left, outcome)))
            stopped = true;
        return !stopped;
    }

    private synchronized void finish(int index, Outcome outcome) {
        parts[index] = 1;
        manifest.put(outcome);
        if (outcome.status() != Status.FAILED) done++;
        else failed++;
        try {
            manifest.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        report(index, null, outcome);
    }
}
