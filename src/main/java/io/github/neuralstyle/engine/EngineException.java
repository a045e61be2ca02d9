package io.github.neuralstyle.engine;

/** The engine is not there, cannot be started or has failed; the message is one sentence for people. */
public class EngineException extends RuntimeException {

	private static final long serialVersionUID = 1;

	public EngineException(String message) {
		super(message);
	}

	public EngineException(String message, Throwable cause) {
		super(message, cause);
	}
}
