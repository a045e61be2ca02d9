package io.github.neuralstyle.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

import io.github.neuralstyle.Painter;
import io.github.neuralstyle.Progress;
import io.github.neuralstyle.Settings;
import io.github.neuralstyle.StyleTransfer;
import io.github.neuralstyle.Styles;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.model.ModelStore;

/** A painter in a worker; of its steps' pictures there is what a {@link View} sends. */
final class RemotePainter implements Painter {

	private static final AtomicLong NUMBERS = new AtomicLong();

	/** Those of this process, if it is a worker. */
	private static final Map<Long, Painter> PAINTERS = new ConcurrentHashMap<>();

	private final Worker worker;
	private final long number = NUMBERS.incrementAndGet();
	private Pixels lastSent;
	private boolean closed;

	RemotePainter(Worker worker, Styles styles, Settings settings, boolean several) {
		this.worker = worker;
		run(new Open(number, styles, settings.withModel(new ModelStore().absolute(settings.model())), several), state -> true);
	}

	private record Open(long number, Styles styles, Settings settings, boolean several) implements Job<Boolean> {

		@Override
		public Boolean run(Predicate<Object> progress) {
			PAINTERS.put(number, LocalEngine.SHARED.painter(styles, settings, several));
			return true;
		}
	}

	private record Paint(long number, Pixels content, Before before) implements Job<StyleTransfer.Result> {

		@Override
		public StyleTransfer.Result run(Predicate<Object> progress) {
			return PAINTERS.get(number).paint(content, before, progress::test);
		}
	}

	private record Close(long number) implements Job<Boolean> {

		@Override
		public Boolean run(Predicate<Object> progress) {
			PAINTERS.remove(number).close();
			return true;
		}
	}

	@Override
	public StyleTransfer.Result paint(Pixels content, Before before, Progress progress) {
		return run(new Paint(number, content, before), state -> progress.update(withPicture((Progress.State) state)));
	}

	private Progress.State withPicture(Progress.State step) {
		Pixels sent = step.picture().get();
		lastSent = sent == null ? lastSent : sent;
		return step.withPicture(() -> lastSent);
	}

	private <R> R run(Job<R> job, Predicate<Object> progress) {
		try {
			return worker.run(job, progress);
		}
		catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** Nothing is left to close of a worker that has ended. */
	@Override
	public void close() {
		if (closed)
			return;
		closed = true;
		try {
			run(new Close(number), state -> true);
		}
		catch (EngineException ended) {
			// Its memory is free.
		}
	}
}
