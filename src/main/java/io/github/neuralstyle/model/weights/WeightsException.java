package io.github.neuralstyle.model.weights;

import java.io.IOException;
import java.nio.file.Path;

/** A file that holds no weights which can be imported. */
public final class WeightsException extends IOException {

    private static final long serialVersionUID = 1;

    private static final int MAX_REASON = 400;

    /**
     * @param reason a clause without a full stop, to which {@link #of} adds the rest of the sentence; names from a file may
     *            be in it, whose control characters are not passed on
     */
    public WeightsException(String reason) {
        this(reason, null);
    }

    /** @param reason as above */
    public WeightsException(String reason, Throwable cause) {
        super(reason, cause);
    }

    /** One sentence: which file, and the reason. */
    public static WeightsException of(Path file, WeightsException reason) {
        String clause = reason.getMessage().replaceAll("\\p{Cntrl}", "?");
        String shortened = clause.substring(0, Math.min(clause.length(), MAX_REASON));
        return new WeightsException("Cannot import " + file + ": " + shortened + ".", reason);
    }
}
