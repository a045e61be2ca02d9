package io.github.neuralstyle.cli;

import com.sun.jna.Platform;
import org.jline.nativ.CLibrary;
import org.jline.nativ.Kernel32;

/**
 * What the standard error stream leads to. JLine's own {@code Terminal} would tell too, but takes Ctrl-C away from the
 * JVM, so that no shutdown hook runs.
 */
final class Terminal {

    private static final int STDERR = 2, USUAL_WIDTH = 80;

    private Terminal() {}

    /** Whether it is a terminal that a person looks at. */
    static boolean present() {
        try {
            return (Platform.isWindows() ? Kernel32.isatty(STDERR) : CLibrary.isatty(STDERR)) != 0;
        } catch (LinkageError | RuntimeException unknown) {
            return false;
        }
    }

    /** Its columns, or the usual number of these where it does not tell. */
    static int width() {
        if (Platform.isWindows()) return USUAL_WIDTH;
        CLibrary.WinSize size = new CLibrary.WinSize();
        return CLibrary.ioctl(STDERR, CLibrary.TIOCGWINSZ, size) == 0 && size.ws_col > 0 ? size.ws_col : USUAL_WIDTH;
    }
}
