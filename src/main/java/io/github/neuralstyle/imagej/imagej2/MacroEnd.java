package io.github.neuralstyle.imagej.imagej2;

import io.github.neuralstyle.imagej.imagej1.Macros;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.scijava.Context;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.event.EventSubscriber;
import org.scijava.module.Module;
import org.scijava.module.event.ModuleCanceledEvent;
import org.scijava.module.event.ModuleErroredEvent;
import org.scijava.module.event.ModuleExecutionEvent;
import org.scijava.module.event.ModuleFinishedEvent;

/**
 * Ends a macro of ImageJ 1 if the command that it called fails or is cancelled, so that it does not go on with the content as
 * if that were the result: ImageJ2 would only show the reason.
 */
final class MacroEnd {

    /** As the event service holds subscribers weakly. */
    private static final Set<MacroEnd> WAITING = ConcurrentHashMap.newKeySet();

    private final Module module;
    private final EventService events;
    private final List<EventSubscriber<?>> subscribers;

    private MacroEnd(Module module, EventService events) {
        this.module = module;
        this.events = events;
        WAITING.add(this);
        subscribers = events.subscribe(this);
    }

    static void onCancel(Module module, Context context) {
        new MacroEnd(module, context.service(EventService.class));
    }

    @EventHandler
    void onEvent(ModuleExecutionEvent event) {
        if (event.getModule() != module) return;
        boolean failed = event instanceof ModuleCanceledEvent || event instanceof ModuleErroredEvent;
        if (!failed && !(event instanceof ModuleFinishedEvent)) return;
        WAITING.remove(this);
        events.unsubscribe(subscribers);
        if (failed) Macros.abort(module.getInfo().getTitle() + " has made nothing.");
    }
}
