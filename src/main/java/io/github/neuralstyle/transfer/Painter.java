package io.github.neuralstyle.transfer;

import io.github.neuralstyle.finish.FinishResult;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.util.ProgressListener;
import java.io.Serializable;

/** Makes pictures of images, one after the other. */
@FunctionalInterface
public interface Painter extends AutoCloseable {

    /**
     * The previous picture, from which the next one is continued.
     *
     * @param content what it was made of
     * @param picture before its finish
     * @param finish its finish; null without one
     */
    record Previous(Pixels content, Pixels picture, FinishResult finish) implements Serializable {

        /** A picture without a finish. */
        public Previous(Pixels content, Pixels picture) {
            this(content, picture, null);
        }
    }

    /**
     * Makes a picture.
     *
     * @param previous the picture of the previous frame or slice; null if there is none. The work then starts from it
     *     at full size, plus the change of the content, so that what has moved leaves no ghost
     * @param progress receives the state after each step; may stop the work, and the picture so far is the result
     * @throws IllegalArgumentException if an image is too small, or the model lacks a layer
     * @throws InsufficientMemoryException if memory cannot be allocated
     */
    TransferResult paint(Pixels content, Previous previous, ProgressListener<TransferState> progress);

    /** The same for a file, without a previous picture; a painter may need less memory for it than by {@link #paint}. */
    default Drawing draw(Pixels content, ProgressListener<TransferState> progress) {
        return Drawing.of(paint(content, null, progress));
    }

    /** Frees what is kept for further pictures; nothing by default. Closing again does nothing. */
    @Override
    default void close() {}
}
