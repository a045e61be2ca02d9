package io.github.neuralstyle.transfer;

import io.github.neuralstyle.finish.FinishResult;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.util.ProgressListener;
import java.io.Serializable;

/** Makes pictures of others, one after the other. */
@FunctionalInterface
public interface Painter extends AutoCloseable {

    /**
     * A picture to go on from.
     *
     * @param content what it was made of
     * @param picture before its finish
     * @param places those of its finish; null without one
     */
    record Before(Pixels content, Pixels picture, FinishResult places) implements Serializable {

        /** A picture without a finish. */
        public Before(Pixels content, Pixels picture) {
            this(content, picture, null);
        }
    }

    /**
     * Makes a picture.
     *
     * @param before the one of the frame or slice before; null if there is none
     * @param progress told of each step; may stop the work
     */
    TransferResult paint(Pixels content, Before before, ProgressListener<TransferState> progress);

    /** Frees what is kept from picture to picture; nothing by default. To close again does nothing. */
    @Override
    default void close() {}
}
