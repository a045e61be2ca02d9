package io.github.neuralstyle.image.io;

/**
 * What a written file says besides its pixels.
 *
 * @param pixelSize null if it is not known
 * @param text ASCII; empty for none
 */
public record ImageNotes(PixelSize pixelSize, String text) {

    public static final ImageNotes NONE = new ImageNotes(null, "");

    /** What the text is called in PNG files, and at the start of its line in the others. */
    public static final String KEY = "neural-style";
}
