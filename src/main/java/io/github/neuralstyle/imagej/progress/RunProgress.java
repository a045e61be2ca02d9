package io.github.neuralstyle.imagej.progress;

import io.github.neuralstyle.transfer.StackState;
import io.github.neuralstyle.transfer.TransferState;
import io.github.neuralstyle.util.ProgressListener;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.event.ContextDisposingEvent;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.event.EventSubscriber;
import org.scijava.task.Task;
import org.scijava.task.TaskService;
import org.scijava.ui.UIService;

/**
 * Tells of a command's run in the status bar, as a task and, where there is a display, in a window; and asks whether to go
 * on. The task's own button cancels; the window has one for that and one to stop and keep the picture.
 */
public final class RunProgress implements ProgressListener<StackState>, AutoCloseable {

    private static final long PAUSE = 100_000_000;

    /** Milliseconds between two looks at whether the command was cancelled, which tells nobody. */
    private static final long ANSWER = 50;

    private final String name;
    private final Cancelable command;
    private final StatusService status;
    private final EventService events;
    private final List<EventSubscriber<?>> subscribers;
    private final Task task;
    private final RunWindow window;
    private final LiveView liveView;
    private long next = System.nanoTime();
    private boolean closed;
    private volatile boolean keep, canceled, closing;
    private volatile Future<?> awaited;

    /** @param liveView whether the window shows the picture, too */
    public RunProgress(Context context, Cancelable command, String name, boolean liveView) {
        this.name = name;
        this.command = command;
        status = context.getService(StatusService.class);
        events = context.getService(EventService.class);
        subscribers = events == null ? List.of() : events.subscribe(this);
        TaskService tasks = context.getService(TaskService.class);
        task = tasks == null ? null : tasks.createTask(name);
        UIService ui = context.getService(UIService.class);
        window =
                ui != null && !ui.isHeadless() && ui.isVisible() ? new RunWindow(name, this::keep, this::cancel) : null;
        this.liveView = window != null && liveView ? new LiveView(System::nanoTime) : null;
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
                picture + step.width() + "x" + step.height() + " pixels, step " + step.step() + " of " + step.steps(),
                state.left());
    }

    /**
     * Tells how far the work is, and returns whether to go on.
     *
     * @param done from 0 to 1
     */
    public boolean update(double done, String what, Duration left) {
        if (isCanceled() || keep) return false;
        if (System.nanoTime() >= next || done >= 1) {
            show(done, what + (left.isZero() ? "" : ", " + Durations.text(left.toMillis() / 1e3) + " left"));
            next = System.nanoTime() + PAUSE;
        }
        return true;
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
     * Does the work in a thread of its own and waits for it, but no longer than it is wanted: TensorFlow cannot be interrupted
     * within a step. Work that is not wanted any more ends at its next step, and closes what it holds.
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
                T made = result.get(ANSWER, TimeUnit.MILLISECONDS);
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

    /** Ends the work at its next step, with what there is. */
    public void keep() {
        keep = true;
    }

    /** Ends the waiting at once, and the work at its next step. */
    private void cancel() {
        canceled = true;
        Future<?> work = awaited;
        if (work != null) work.cancel(false);
    }

    /** Whether the picture is not wanted any more; also when ImageJ is closed. */
    public boolean isCanceled() {
        if (command.isCanceled()
                || task != null && task.isCanceled()
                || Thread.currentThread().isInterrupted()) canceled = true;
        return canceled;
    }

    @EventHandler
    private void onEvent(@SuppressWarnings("unused") ContextDisposingEvent event) {
        closing = true;
        cancel();
    }

    /** Takes the window and the task away; work that is within its last step brings them not back. */
    @Override
    public synchronized void close() {
        closed = true;
        if (window != null) window.close();
        if (closing) return;
        if (task != null) task.finish();
        if (events != null) events.unsubscribe(subscribers);
        if (status != null) status.clearStatus();
    }
}
