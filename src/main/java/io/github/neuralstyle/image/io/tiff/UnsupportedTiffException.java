package io.github.neuralstyle.image.io.tiff;

import java.io.IOException;

/** A sound file of a kind that is not read; the message names the kind. */
public final class UnsupportedTiffException extends IOException {

    private static final long serialVersionUID = 1;

    UnsupportedTiffException(String kind) {
        super(kind);
    }
}
