package io.github.neuralstyle.imagej.progress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.github.neuralstyle.command.HelpCommand;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.scijava.Context;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.task.Task;
import org.scijava.task.event.TaskEvent;

@Timeout(60)
class RunProgressTest {

    private final List<Task> tasks = new CopyOnWriteArrayList<>();
    private final CountDownLatch inStep = new CountDownLatch(1),
            stepDone = new CountDownLatch(1),
            workDone = new CountDownLatch(1);
    private Context context;
    private RunProgress progress;

    @BeforeEach
    void start() {
        context = new Context();
        context.service(EventService.class).subscribe(this);
        progress = new RunProgress(context, new HelpCommand(), "work", false);
    }

    @AfterEach
    void stop() {
        context.dispose();
    }

    @EventHandler
    private void onEvent(TaskEvent event) {
        tasks.add(event.getTask());
    }

    /** A step that ends only after the answer. */
    private String work() {
        inStep.countDown();
        try {
            stepDone.await();
            assertFalse(progress.update(0.5, "step", Duration.ZERO));
            return "made";
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            workDone.countDown();
        }
    }

    private void cancelInStep(Runnable wish) throws Exception {
        Thread person = new Thread(() -> {
            try {
                inStep.await();
                wish.run();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        person.start();
        assertNull(progress.await(this::work));
        progress.close();
        person.join();
        int told = tasks.size();
        stepDone.countDown();
        workDone.await(60, TimeUnit.SECONDS);
        assertEquals(told, tasks.size());
    }

    @Test
    void answersWithinAStep() throws Exception {
        cancelInStep(() -> tasks.get(0).cancel("enough"));
    }

    @Test
    void answersWithinAStepWhenImageJIsClosed() throws Exception {
        cancelInStep(context::dispose);
    }

    /** As of a step that began before the run was cancelled, and ends after it. */
    @Test
    void tellsNothingAfterTheEnd() {
        progress.close();
        int told = tasks.size();
        progress.update(1, "step", Duration.ZERO);
        assertEquals(told, tasks.size());
    }
}
