package io.github.neuralstyle.model;

/** TensorFlow cannot be loaded; the message is a sentence that says why and what to do. */
public final class NoTensorFlowException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NoTensorFlowException(String message, Throwable cause) {
        super(message, cause);
    }
}
