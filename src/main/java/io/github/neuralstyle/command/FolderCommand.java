package io.github.neuralstyle.command;

import io.github.neuralstyle.engine.Job;
import io.github.neuralstyle.imagej.BatchJob;
import io.github.neuralstyle.imagej.EngineService;
import io.github.neuralstyle.imagej.dialog.CheckedInputs;
import io.github.neuralstyle.imagej.progress.RunProgress;
import java.util.function.Supplier;
import org.scijava.ItemIO;
import org.scijava.command.ContextCommand;
import org.scijava.log.LogService;
import org.scijava.plugin.Parameter;

/**
 * A command that works through the images of a folder. The same again makes only what is not made yet. A wrong input cancels
 * it with the reason; an image that fails is logged and counted.
 */
abstract class FolderCommand extends ContextCommand implements CheckedInputs {

    @Parameter
    private LogService log;

    @Parameter(type = ItemIO.OUTPUT, label = "Images made or there already")
    private int done;

    @Parameter(type = ItemIO.OUTPUT, label = "Images that failed")
    private int failed;

    /** @param work made when the progress window is there, so that a wrong input is told in it */
    void run(String title, Supplier<Job<BatchJob.Summary, BatchJob.State>> work) {
        RunProgress.run(this, title, false, progress -> {
            Job<BatchJob.Summary, BatchJob.State> job = work.get();
            BatchJob.Summary summary = progress.await(
                    () -> EngineService.of(getContext()).engine().run(job, state -> update(progress, state)));
            if (summary == null) return false;
            done = summary.done() + summary.skipped();
            failed = summary.failed();
            log.info(title + ": " + summary.done() + " done, " + summary.skipped() + " skipped, " + failed + " failed");
            return !progress.isCanceled();
        });
    }

    private boolean update(RunProgress progress, BatchJob.State state) {
        if (!state.failure().isEmpty()) log.error(state.failure());
        return progress.update(
                state.done(), state.finished() + " of " + state.of() + ", " + state.image(), state.left());
    }
}
