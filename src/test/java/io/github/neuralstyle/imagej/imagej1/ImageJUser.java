package io.github.neuralstyle.imagej.imagej1;

import ij.IJ;
import ij.ImageJ;
import ij.gui.GenericDialog;
import java.awt.AWTEvent;
import java.awt.Button;
import java.awt.Choice;
import java.awt.EventQueue;
import java.awt.TextField;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * What a person does at ImageJ's windows, without a mouse: an event goes to the component that it is for, so that it does
 * not matter where windows are, and whether there is a window manager. Knows nothing but ImageJ's classes.
 */
public final class ImageJUser {

    /** What a thread is in that waits for a modal dialog. */
    private static final String MODAL = "java.awt.WaitDispatchSupport";

    interface Scene {

        void play() throws Exception;
    }

    private ImageJUser() {}

    /** Plays a scene in an ImageJ, which ends with it. */
    public static void play(Scene scene) {
        try {
            new ImageJ(ImageJ.EMBEDDED);
            scene.play();
            System.exit(0);
        } catch (Throwable e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    /** Chooses a command, and waits for its dialog. */
    public static GenericDialog dialog(String command) throws InterruptedException {
        IJ.doCommand(command);
        await(() -> GenericDialog.getInstance() != null
                && GenericDialog.getInstance().isShowing());
        return GenericDialog.getInstance();
    }

    /** Chooses Style Transfer... and sets its images, preset and size. */
    public static GenericDialog styleTransfer(String content, String style, String preset, String size)
            throws Exception {
        GenericDialog dialog = dialog("Style Transfer...");
        EventQueue.invokeAndWait(() -> {
            ((Choice) dialog.getChoices().get(0)).select(content);
            ((Choice) dialog.getChoices().get(1)).select(style);
            ((Choice) dialog.getChoices().get(2)).select(preset);
            ((TextField) dialog.getNumericFields().get(1)).setText(size);
        });
        return dialog;
    }

    public static void pressOk(GenericDialog dialog) throws InterruptedException {
        awaitModal();
        Button ok = dialog.getButtons()[0];
        post(new ActionEvent(ok, ActionEvent.ACTION_PERFORMED, ok.getActionCommand()));
    }

    /** Presses OK, and waits until the status tells the time left, after some steps. */
    public static void start(GenericDialog dialog) throws InterruptedException {
        IJ.showStatus("");
        pressOk(dialog);
        await(() -> ImageJ.getStatusBarText().contains(" left"));
    }

    public static void pressEscape() {
        ImageJ imageJ = IJ.getInstance();
        imageJ.keyPressed(
                new KeyEvent(imageJ, KeyEvent.KEY_PRESSED, 0, 0, KeyEvent.VK_ESCAPE, (char) KeyEvent.VK_ESCAPE));
    }

    public static void post(AWTEvent event) {
        Toolkit.getDefaultToolkit().getSystemEventQueue().postEvent(event);
    }

    /** Waits for the end of a command, whose thread has its name; only then is it recorded, and another may be. */
    public static void awaitEnd(String command) throws InterruptedException {
        await(() -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(thread -> thread.getName().equals(command)));
    }

    /** Waits until a thread waits for a dialog: if that is closed before, as no person could do it, the thread waits for ever. */
    public static void awaitModal() throws InterruptedException {
        await(() -> Thread.getAllStackTraces().values().stream()
                .anyMatch(stack -> stack.length > 0
                        && stack[0].getMethodName().equals("wait")
                        && Stream.of(stack)
                                .anyMatch(frame -> frame.getClassName().equals(MODAL))));
    }

    public static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 12000 && !condition.getAsBoolean(); i++) Thread.sleep(10);
        if (!condition.getAsBoolean())
            throw new IllegalStateException("Waited in vain; open are " + Arrays.toString(Window.getWindows())
                    + ", the status is " + ImageJ.getStatusBarText());
    }

    public static void say(String what, Object value) {
        System.out.println(what + ": " + value);
    }
}
