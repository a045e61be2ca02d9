package io.github.neuralstyle.engine;

import java.io.Serializable;
import java.util.function.Supplier;

import io.github.neuralstyle.Progress;
import io.github.neuralstyle.Seldom;
import io.github.neuralstyle.image.Pixels;

/**
 * The picture of a job that tells its host of its steps: sent small, with the first step and then now and then, as nobody
 * looks at it more closely or more often.
 */
final class View {

	private static final int LONGEST = 400;

	/** A picture on its way; null if it was sent before. */
	record Sent(Pixels picture) implements Supplier<Pixels>, Serializable {

		@Override
		public Pixels get() {
			return picture;
		}
	}

	private final Seldom seldom = new Seldom(System::nanoTime);
	private boolean sent;

	/** The step with a picture that can be sent. */
	Progress.State of(Progress.State step) {
		Supplier<Pixels> small = () -> step.picture().get().thinned(LONGEST);
		Pixels picture = sent ? seldom.get(small) : small.get();
		sent = true;
		return step.withPicture(new Sent(picture));
	}
}
