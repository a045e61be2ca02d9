package io.github.neuralstyle.plot;

import io.github.neuralstyle.util.Messages;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.util.concurrent.Callable;

/** The fonts of the system, which plots and figures need for their text. */
public final class Fonts {

    private static final String REMEDY =
            "; install fontconfig, freetype and a font (Debian, Ubuntu: apt install fontconfig libfreetype6 fonts-dejavu-core).";

    private Fonts() {}

    /**
     * Checks before long work whether text can be drawn.
     *
     * @throws IOException if it cannot, with the reason and what to do
     */
    public static void check() throws IOException {
        check(() -> new Font(Font.SANS_SERIF, Font.PLAIN, 12)
                .createGlyphVector(new FontRenderContext(null, true, true), "x")
                .getVisualBounds());
    }

    /** Java's fonts fail by errors and exceptions of many kinds. */
    static void check(Callable<?> drawing) throws IOException {
        try {
            drawing.call();
        } catch (VirtualMachineError e) {
            if (!(e instanceof InternalError)) throw e;
            throw missing(e);
        } catch (Exception | LinkageError e) {
            throw missing(e);
        }
    }

    private static IOException missing(Throwable e) {
        return new IOException(
                "Plots and figures cannot be drawn, because Java finds no font ("
                        + Messages.oneLine(Messages.ofRootCause(e)).replaceAll("\\.$", "") + ")" + REMEDY,
                e);
    }
}
