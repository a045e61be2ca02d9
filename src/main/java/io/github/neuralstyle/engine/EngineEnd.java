package io.github.neuralstyle.engine;

import java.util.List;

/** Why a worker has ended. */
final class EngineEnd {

	private EngineEnd() {
	}

	/**
	 * A sentence for people, with what to do.
	 *
	 * @param exit the exit code of the process
	 * @param lines the last ones on its error stream
	 */
	static String describe(int exit, List<String> lines) {
		return "The engine has ended unexpectedly (exit code " + exit + (lines.isEmpty() ? "" : ", " + lines.get(lines.size() - 1)) +
			"). No image was changed; the next run starts it anew.";
	}
}
