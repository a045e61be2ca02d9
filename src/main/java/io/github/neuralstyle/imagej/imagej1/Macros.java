package io.github.neuralstyle.imagej.imagej1;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.ImageWindow;
import ij.macro.Interpreter;
import io.github.neuralstyle.util.Messages;
import java.util.List;

/** The macro that calls a command of ours. */
public final class Macros {

    /** How often to look for the active window, every 10 ms. */
    private static final int ACTIVATION = 50;

    private Macros() {}

    /**
     * Tells of a command's failure and ends the macro that called it: where ImageJ was started for this macro alone, by
     * {@code -batch}, with the process, one line on stderr and the exit code 1, as nobody sees a dialog there.
     */
    public static void fail(String command, String reason) {
        exit(command, reason);
        IJ.error(command, Messages.wrap(reason));
    }

    /** The same without a display: elsewhere the reason is logged. */
    public static void failHeadless(String command, String reason) {
        exit(command, reason);
        IJ.log(command + ": " + reason);
        abort(reason);
    }

    private static void exit(String command, String reason) {
        if (!isBatchProcess(ImageJ.getArgs())) return;
        System.err.println(command + ": " + reason);
        System.exit(1);
    }

    /** Whether ImageJ's arguments say that it runs a macro and ends. */
    static boolean isBatchProcess(String[] arguments) {
        if (arguments != null) for (String argument : arguments) if (argument.startsWith("-batch")) return true;
        return false;
    }

    /** Ends the running macro without a dialog, with all that it would do next. Returns false if none is running. */
    public static boolean abort(String reason) {
        Interpreter macro = Interpreter.getInstance();
        if (macro == null) return false;
        macro.setIgnoreErrors(true);
        macro.abort(reason);
        return true;
    }

    /**
     * Makes an image the active one of the macro whose threads these are. ImageJ keeps for the thread of a macro the image that was
     * opened last without a window, in batch mode, or whose window was not seen to become active, as without a window manager:
     * the image of the active window is the macro's only for a thread that has none.
     */
    public static void activate(ImagePlus image, List<Thread> threads) {
        if (!Interpreter.isBatchMode() && Interpreter.getInstance() == null) return;
        ImagePlus kept = becomesActive(image.getWindow()) ? null : image;
        for (Thread thread : threads) WindowManager.setTempCurrentImage(thread, kept);
    }

    /** Whether a window is the active one, soon: windows of stacks, for which ImageJ does not wait, are not at once. */
    private static boolean becomesActive(ImageWindow window) {
        for (int i = 0; i < ACTIVATION && window != null && !window.isActive(); i++) IJ.wait(10);
        return window != null && window.isActive();
    }
}
