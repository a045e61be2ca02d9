package io.github.neuralstyle.command;

/** What the engine that runs beside ImageJ says of itself, if it does run. */
final class RunningEngine {

	private RunningEngine() {
	}

	/** One or several lines for people, without a line break at the end. */
	static String text() {
		return "It is not running.";
	}

	/** Ends it, and returns a sentence on what happened. */
	static String stop() {
		return "The engine is not running.";
	}
}
