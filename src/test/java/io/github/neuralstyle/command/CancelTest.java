package io.github.neuralstyle.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

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

import io.github.neuralstyle.TestPictures;
import io.github.neuralstyle.model.TestModels;

import net.imglib2.img.Img;

/** Runs that are cancelled by their task, as the task window does it. {@code -Dcancels=200} for the whole measurement. */
class CancelTest {

	private static final int CANCELS = Integer.getInteger("cancels", 20), WARM_UP = Math.max(10, CANCELS / 5);

	/** In few runs the heap may still grow; twenty sessions left open would add a quarter. */
	private static final double DRIFT = CANCELS < 200 ? 1.15 : 1.01;

	private final Img<?> content = Rgb.bytes(TestPictures.waves(96, 72, 1)), style = Rgb.bytes(TestPictures.waves(96, 96, 2));
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
			if (!tasks.contains(event.getTask()))
				tasks.add(event.getTask());
			tasks.notifyAll();
		}
	}

	private Future<CommandModule> begin(int steps) {
		return commands.run(StyleTransferCommand.class, true, Map.of("image", content, "styleimage", style, "size", 96, "steps", steps,
			"losses", "content,tv", "model", model.toString()));
	}

	private Task nextTask() throws InterruptedException {
		synchronized (tasks) {
			while (tasks.isEmpty())
				tasks.wait();
			return tasks.remove(tasks.size() - 1);
		}
	}

	@Test
	void cancelledRunsAnswerAndLeaveNothing() throws Exception {
		Random random = new Random(1);
		for (int i = 0; i < WARM_UP; i++)
			cancel(random.nextInt(300));
		long slowest = 0, before = resident();
		for (int i = 1; i <= CANCELS; i++) {
			slowest = Math.max(slowest, cancel(random.nextInt(300)));
			if (i % 20 == 0)
				System.out.printf("after %d cancels: %.1f MB%n", i, resident() / 1e6);
		}
		long after = resident();
		System.out.printf("%d cancels: the slowest answer took %.0f ms; %.1f MB, then %.1f MB%n", CANCELS, slowest / 1e6, before / 1e6,
			after / 1e6);
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

	private static long resident() {
		System.gc();
		return Pointer.physicalBytes();
	}

	@Test
	void interruptedRunEnds() throws Exception {
		Future<CommandModule> run = begin(100000);
		nextTask();
		Thread.sleep(300);
		run.cancel(true);
		awaitWorkers();
	}

	@Test
	void runEndsWhenImageJIsClosed() throws Exception {
		begin(100000);
		nextTask();
		Thread.sleep(300);
		context.dispose();
		awaitWorkers();
	}

	/** Waits for the ends of the threads that do the work. */
	private static void awaitWorkers() throws InterruptedException {
		for (Thread thread : Thread.getAllStackTraces().keySet())
			if (thread.getName().equals("Style transfer"))
				thread.join(60000);
		assertTrue(Thread.getAllStackTraces().keySet().stream().noneMatch(thread -> thread.getName().equals("Style transfer")));
	}

	@Test
	void twoRunsAtOnceMakeTheSame() throws InterruptedException, ExecutionException {
		Future<CommandModule> one = begin(20), other = begin(20);
		assertNotNull(one.get().getOutput("output"));
		assertEquals(20, other.get().getOutput("stepsmade"));
		assertEquals(one.get().getOutput("stepsmade"), other.get().getOutput("stepsmade"));
	}
}
