package io.github.neuralstyle.imagej.progress;

import io.github.neuralstyle.util.Messages;
import org.scijava.Context;
import org.scijava.log.LogService;
import org.scijava.ui.UIService;

/** What ImageJ 1 says of its user, where it is; it may be absent, so that all calls go by reflection. */
public final class ImageJState {

    private ImageJState() {}

    /** Whether a macro is running in batch mode, which opens no windows. */
    static boolean isBatch() {
        return Boolean.TRUE.equals(call("ij.macro.Interpreter", "isBatchMode"));
    }

    /** Whether a macro is running. */
    public static boolean isMacro() {
        return Boolean.TRUE.equals(call("ij.IJ", "isMacro"));
    }

    /** Whether Escape was pressed in a window of ImageJ since {@link #resetEscape}. */
    static boolean escapePressed() {
        return Boolean.TRUE.equals(call("ij.IJ", "escapePressed"));
    }

    static void resetEscape() {
        call("ij.IJ", "resetEscape");
    }

    /**
     * Logs why a command is cancelled where no window tells it, which the log's window would cover.
     *
     * @return the reason to cancel it with, which a window shows as it is: there in lines
     */
    public static String told(Context context, String reason) {
        UIService ui = context.getService(UIService.class);
        if (ui != null && !ui.isHeadless() && ui.isVisible()) return Messages.wrap(reason);
        context.service(LogService.class).error(reason);
        return reason;
    }

    private static Object call(String type, String method) {
        try {
            ClassLoader loader = ImageJState.class.getClassLoader();
            return Class.forName(type, true, loader).getMethod(method).invoke(null);
        } catch (ReflectiveOperationException | LinkageError e) {
            return null;
        }
    }
}
