package io.github.neuralstyle.transfer;

/** The memory, of the machine or of the device, does not suffice for a picture of this size; nothing has been changed. */
public class InsufficientMemoryException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public InsufficientMemoryException(String message, Throwable cause) {
        super(message, cause);
    }
}
