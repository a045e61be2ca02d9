package io.github.neuralstyle.engine;

/** The engine cannot be started, or has ended unexpectedly; the message is a sentence for people that says what to do. */
public class EngineException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public EngineException(String message) {
        super(message);
    }

    public EngineException(String message, Throwable cause) {
        super(message, cause);
    }
}
