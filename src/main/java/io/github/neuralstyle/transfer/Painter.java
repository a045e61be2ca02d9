package io.github.neuralstyle.transfer;

import io.github.neuralstyle.finish.FinishResult;
import io.github.neuralstyle.image.Motion;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.image.Registration;
import io.github.neuralstyle.util.ProgressListener;
import java.io.Serializable;

/** Makes pictures of images, one after the other. */
@FunctionalInterface
public interface Painter extends AutoCloseable {

    /**
     * The previous picture, from which the next one is continued.
     *
     * @param content what it was made of
     * @param picture before its finish; NaN where it is not known
     * @param finish its finish; null without one
     */
    record Previous(Pixels content, Pixels picture, FinishResult finish) implements Serializable {

        /** A picture without a finish. */
        public Previous(Pixels content, Pixels picture) {
            this(content, picture, null);
        }

        /**
         * What is to be painted, without the noise by which it differs from this.
         *
         * @param now of the size of the content
         */
        public Pixels taken(Pixels now) {
            return Changes.taken(content, now);
        }

        /** The same after the motion of the scene to what is to be painted now, as far as there is one that is found. */
        public Previous follow(Pixels now) {
            return Registration.find(content, now)
                    .map(motion -> moved(motion, now))
                    .orElse(this);
        }

        private Previous moved(Motion motion, Pixels now) {
            Pixels moved = motion.move(content);
            for (int i = 0; i < moved.values().length; i++)
                if (Float.isNaN(moved.values()[i])) moved.values()[i] = now.values()[i];
            return new Previous(moved, motion.move(picture), finish == null ? null : finish.moved(motion));
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
