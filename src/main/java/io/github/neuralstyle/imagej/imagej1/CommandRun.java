package io.github.neuralstyle.imagej.imagej1;

import ij.IJ;
import io.github.neuralstyle.imagej.progress.RunProgress;
import java.awt.EventQueue;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.scijava.Cancelable;
import org.scijava.Context;
import org.scijava.app.event.StatusEvent;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.event.EventSubscriber;
import org.scijava.module.Module;
import org.scijava.module.ModuleService;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.PluginService;

/** A run of a command with its progress in ImageJ 1's status bar; Escape stops it. */
public final class CommandRun {

    private static final int POLL_MILLISECONDS = 50;

    private final Module module;

    private CommandRun(Module module) {
        this.module = module;
    }

    /**
     * Runs a command to its end, or to Escape, after which the outputs are the best so far.
     *
     * @param values the inputs by their names
     * @throws IllegalStateException with the command's reason if it refuses its inputs or fails
     */
    public static void run(Context context, Module module, Map<String, Object> values) {
        EventService events = context.service(EventService.class);
        CommandRun run = new CommandRun(module);
        List<EventSubscriber<?>> subscribers = events.subscribe(run);
        try {
            run.await(context.service(ModuleService.class)
                    .run(
                            module,
                            context.service(PluginService.class).createInstancesOfType(PreprocessorPlugin.class),
                            List.of(),
                            values));
        } finally {
            events.unsubscribe(subscribers);
            EventQueue.invokeLater(() -> IJ.showProgress(1));
        }
    }

    @EventHandler
    void onEvent(StatusEvent event) {
        if (event.getStatusMessage() != null) IJ.showStatus(event.getStatusMessage());
        if (event.getProgressMaximum() > 0)
            IJ.showProgress((double) event.getProgressValue() / event.getProgressMaximum());
    }

    private void await(Future<Module> future) {
        IJ.resetEscape();
        boolean stopped = false;
        try {
            while (!finished(future))
                if (!stopped && IJ.escapePressed()) {
                    stopped = true;
                    stop();
                    IJ.showStatus("Stopping...");
                }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause().toString(), e);
        }
        if (!stopped && module instanceof Cancelable cancelable && cancelable.isCanceled())
            throw new IllegalStateException(cancelable.getCancelReason());
    }

    private void stop() {
        if (!RunProgress.keep(module.getDelegateObject())) ((Cancelable) module).cancel("Stopped by Escape.");
    }

    private static boolean finished(Future<Module> future) throws ExecutionException {
        try {
            future.get(POLL_MILLISECONDS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The run was interrupted.", e);
        }
    }
}
