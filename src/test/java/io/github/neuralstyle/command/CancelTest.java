package io.github.neuralstyle.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.NativeHeap;
import io.github.neuralstyle.TestPictures;
import io.github.neuralstyle.image.Images;
import io.github.neuralstyle.model.TestModels;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import net.imglib2.img.Img;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.task.Task;
import org.scijava.task.event.TaskEvent;

/**
 * Runs that are cancelled by their task, as the task window does it; {@code -Dcancels=200} for the whole measurement. The
 * native heap tells of leaks; the memory of the process has the Java heap in it, and what the C library keeps for later.
 */
class CancelTest {

    private static final int CANCELS = Integer.getInteger("cancels", 20), WARM_UP = Math.max(10, CANCELS / 2);

    /** Twenty sessions left open would double it; a run that is just ending adds a tenth. */
    private static final double DRIFT = 1.5;

    private final Img<?> content = Images.bytes(TestPictures.waves(96, 72, 1)),
            style = Images.bytes(TestPictures.waves(96, 96, 2));
    private final List<Task> tasks = new ArrayList<>();

    @TempDir
    private Path model;

    private Context context;
    private CommandService commands;

    @BeforeEach
    void start() {
        TestModels.tiny(model);
        context = new Context();
        commands = context.service(CommandService.class);
        context.service(EventService.class).subscribe(this);
    }

    @AfterEach
    void stop() {
        context.dispose();
    }

    @EventHandler
    private void onEvent(TaskEvent event) {
        synchronized (tasks) {
            if (!tasks.contains(event.getTask())) tasks.add(event.getTask());
            tasks.notifyAll();
        }
    }

    private Future<CommandModule> begin(int steps) {
        return commands.run(
                StyleTransferCommand.class,
                true,
                Map.of(
                        "image",
                        content,
                        "styleimage",
                        style,
                        "size",
                        96,
                        "steps",
                        steps,
                        "losses",
                        "content,tv",
                        "model",
                        model.toString()));
    }

    private Task nextTask() throws InterruptedException {
        synchronized (tasks) {
            while (tasks.isEmpty()) tasks.wait();
            return tasks.remove(tasks.size() - 1);
        }
    }

    /** Until a step has been reported. */
    private void awaitStep(Task task) throws InterruptedException {
        synchronized (tasks) {
            while (task.getStatusMessage() == null || !task.getStatusMessage().contains("step")) tasks.wait();
        }
    }

    @Test
    void cancelledRunsAnswerAndLeaveNothing() throws Exception {
        Random random = new Random(1);
        for (int i = 0; i < WARM_UP; i++) cancel(random.nextInt(300));
        long before = NativeHeap.bytes(), residentBefore = Pointer.physicalBytes();
        double[] answers = new double[CANCELS];
        for (int i = 0; i < CANCELS; i++) answers[i] = cancel(random.nextInt(300)) / 1e6;
        long after = NativeHeap.bytes(), residentAfter = Pointer.physicalBytes();
        Arrays.sort(answers);
        System.out.printf(
                "%d cancels: answers in %.0f ms (median), %.0f ms (95 of 100), %.0f ms (all); native heap %.1f MB, then %.1f MB; "
                        + "process %.1f MB, then %.1f MB; load %.1f%n",
                CANCELS,
                answers[CANCELS / 2],
                answers[CANCELS * 95 / 100],
                answers[CANCELS - 1],
                before / 1e6,
                after / 1e6,
                residentBefore / 1e6,
                residentAfter / 1e6,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        assertTrue(after < DRIFT * before, "from " + before + " to " + after + " bytes");
    }

    /** Returns the nanoseconds from the wish to the end. */
    private long cancel(int delay) throws Exception {
        tasks.clear();
        Future<CommandModule> run = begin(100000);
        Task task = nextTask();
        Thread.sleep(delay);
        long start = System.nanoTime();
        task.cancel("enough");
        CommandModule done = run.get(60, TimeUnit.SECONDS);
        long answer = System.nanoTime() - start;
        assertTrue(done.isCanceled() && task.isDone());
        assertNull(done.getOutput("output"));
        awaitWorkers();
        return answer;
    }

    @Test
    void interruptedRunEnds() throws Exception {
        Future<CommandModule> run = begin(100000);
        awaitStep(nextTask());
        run.cancel(true);
        awaitWorkers();
    }

    @Test
    void runEndsWhenImageJIsClosed() throws Exception {
        begin(100000);
        awaitStep(nextTask());
        context.dispose();
        awaitWorkers();
    }

    /** Waits for the ends of the threads that do the work. */
    private static void awaitWorkers() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet())
            if (thread.getName().equals("Style transfer")) thread.join(60000);
        assertTrue(Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals("Style transfer")));
    }

    @Test
    void twoRunsAtOnceMakeTheSame() throws InterruptedException, ExecutionException {
        Future<CommandModule> one = begin(20), other = begin(20);
        assertNotNull(one.get().getOutput("output"));
        assertTrue((int) other.get().getOutput("stepsmade") >= 20);
        assertEquals(one.get().getOutput("stepsmade"), other.get().getOutput("stepsmade"));
    }
}
