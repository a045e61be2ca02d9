package io.github.neuralstyle.imagej.progress;

import io.github.neuralstyle.engine.EngineException;
import io.github.neuralstyle.transfer.InsufficientMemoryException;
import io.github.neuralstyle.transfer.StackState;
import io.github.neuralstyle.transfer.TransferState;
import io.github.neuralstyle.util.ProgressListener;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.command.ContextCommand;
import org.scijava.event.ContextDisposingEvent;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.event.EventSubscriber;
import org.scijava.task.Task;
import org.scijava.task.TaskService;
import org.scijava.ui.UIService;

/**
 * Shows the progress of a command in the status bar, as a task and, where there is a display, in a window. The task's button
 * cancels; the window has one for that and one to stop and keep the picture.
 */
public final class RunProgress implements ProgressListener<StackState>, AutoCloseable {

    /** The work of a command that shows its progress. */
    @FunctionalInterface
    public interface Work {

        /** Returns false if the work was cancelled. */
        boolean run(RunProgress progress) throws IOException;
    }

    /** The work of a command. */
    @FunctionalInterface
    public interface Attempt {
        void run() throws IOException;
    }

    /** Nanoseconds between two updates. */
    private static final long UPDATE_INTERVAL = 100_000_000;

    /** Milliseconds between two checks whether the command was cancelled, as it sends no event then. */
    private static final long POLL_INTERVAL = 50;

    private static final Map<Cancelable, RunProgress> RUNNING = new ConcurrentHashMap<>();

    private final String name;
    private final Cancelable command;
    private final StatusService status;
    private final EventService events;
    private final List<EventSubscriber<?>> subscribers;
    private final Task task;
    private final RunWindow window;
    private final RunWindow.LiveView liveView;
    private long next = System.nanoTime();
    private boolean closed;
    private volatile boolean keep, canceled, closing;
    private volatile Future<?> awaited;

    /** Runs a command. An error cancels it with the reason, one sentence, which is logged. */
    public static void attempt(ContextCommand command, Attempt work) {
        try {
            work.run();
        } catch (CancellationException e) {
            command.cancel("Stopped.");
        } catch (IllegalArgumentException | IOException | UncheckedIOException | EngineException e) {
            fail(command, e.getMessage());
        } catch (InsufficientMemoryException | OutOfMemoryError e) {
            fail(command, "The memory does not suffice: choose a smaller size, or close other programs.");
        }
    }

    private static void fail(ContextCommand command, String reason) {
        command.cancel(ImageJState.told(command.context(), reason));
    }

    /** The same with its progress shown. @param liveView whether the window shows the picture, too */
    public static void run(ContextCommand command, String name, boolean liveView, Work work) {
        attempt(command, () -> {
            try (RunProgress progress = new RunProgress(command.context(), command, name, liveView)) {
                if (!work.run(progress)) command.cancel(null);
            }
        });
    }

    /** Ends a command's run at its next step, with what there is by then. Returns false if the command shows no progress. */
    public static boolean keep(Object command) {
        RunProgress progress = RUNNING.get(command);
        if (progress != null) progress.keep();
        return progress != null;
    }

    RunProgress(Context context, Cancelable command, String name, boolean liveView) {
        this.name = name;
        this.command = command;
        RUNNING.put(command, this);
        ImageJState.resetEscape();
        status = context.getService(StatusService.class);
        events = context.getService(EventService.class);
        subscribers = events == null ? List.of() : events.subscribe(this);
        TaskService tasks = context.getService(TaskService.class);
        task = tasks == null ? null : tasks.createTask(name);
        UIService ui = context.getService(UIService.class);
        boolean visible = ui != null && !ui.isHeadless() && ui.isVisible() && !ImageJState.isBatch();
        window = visible ? new RunWindow(name, this::keep, this::cancel) : null;
        this.liveView = window != null && liveView ? new RunWindow.LiveView(System::nanoTime) : null;
        if (task != null) {
            task.setCancelCallBack(this::cancel);
            task.setProgressMaximum(1000);
            task.start();
        }
    }

    @Override
    public boolean update(StackState state) {
        TransferState step = state.step();
        BufferedImage image = liveView == null ? null : liveView.draw(step);
        if (image != null) window.show(image);
        String picture = state.pictures() == 1 ? "" : "picture " + state.picture() + " of " + state.pictures() + ", ";
        return update(
                state.done(),
                picture + step.width() + "x" + step.height() + " pixels, " + step.activity(),
                state.left());
    }

    /**
     * Shows how much of the work is done, and returns whether to go on.
     *
     * @param done from 0 to 1
     */
    public boolean update(double done, String what, Duration left) {
        if (isCanceled() || keep) return false;
        if (System.nanoTime() >= next || done >= 1) {
            show(done, what + (left.isZero() ? "" : ", " + duration(left.toMillis() / 1e3) + " left"));
            next = System.nanoTime() + UPDATE_INTERVAL;
        }
        return true;
    }

    /** Shows what happens before the first step, whose length nobody knows. */
    public void prepare(String what) {
        if (!isCanceled() && !keep) show(0, what);
    }

    private synchronized void show(double done, String message) {
        if (closed) return;
        if (status != null) status.showStatus((int) (1000 * done), 1000, name + ": " + message);
        if (task != null) {
            task.setStatusMessage(message);
            task.setProgressValue((int) (1000 * done));
        }
        if (window != null) window.show(done, message);
    }

    /**
     * Does the work in a thread of its own and waits for it until it is cancelled, as TensorFlow cannot be interrupted within a
     * step. Cancelled work ends at its next step, and closes what it holds.
     *
     * @return null if it was cancelled
     * @throws IOException if the work does
     */
    public <T> T await(Callable<T> work) throws IOException {
        FutureTask<T> result = new FutureTask<>(work);
        awaited = result;
        Thread thread = new Thread(result, name);
        thread.setDaemon(true);
        thread.start();
        while (!isCanceled())
            try {
                if (ImageJState.escapePressed()) keep();
                T made = result.get(POLL_INTERVAL, TimeUnit.MILLISECONDS);
                return isCanceled() ? null : made;
            } catch (TimeoutException | CancellationException e) {
                continue;
            } catch (InterruptedException e) {
                canceled = true;
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Error error) throw error;
                if (e.getCause() instanceof IOException failed) throw failed;
                throw (RuntimeException) e.getCause();
            }
        return null;
    }

    /** Ends the work at its next step, with what there is by then. */
    private void keep() {
        keep = true;
    }

    /** Ends {@link #await} at once, and the work at its next step. */
    private void cancel() {
        canceled = true;
        Future<?> work = awaited;
        if (work != null) work.cancel(false);
    }

    /** Whether the work was cancelled, also by closing ImageJ. */
    public boolean isCanceled() {
        if (command.isCanceled()
                || task != null && task.isCanceled()
                || Thread.currentThread().isInterrupted()) canceled = true;
        return canceled;
    }

    /** As "40 s", "5 min" or "2.5 h". */
    public static String duration(double seconds) {
        if (seconds < 100) return Math.max(1, Math.round(seconds)) + " s";
        if (seconds < 100 * 60) return Math.round(seconds / 60) + " min";
        return Math.round(seconds / 360) / 10.0 + " h";
    }

    @EventHandler
    private void onEvent(@SuppressWarnings("unused") ContextDisposingEvent event) {
        closing = true;
        cancel();
    }

    /** Removes the window and the task; a last step that ends later does not bring them back. */
    @Override
    public synchronized void close() {
        closed = true;
        RUNNING.remove(command, this);
        if (window != null) window.close();
        if (closing) return;
        if (task != null) task.finish();
        if (events != null) events.unsubscribe(subscribers);
        if (status != null) {
            status.showProgress(1, 1);
            status.clearStatus();
        }
    }
}
