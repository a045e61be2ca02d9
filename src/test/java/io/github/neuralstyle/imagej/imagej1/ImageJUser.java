package io.github.neuralstyle.imagej.imagej1;

import ij.IJ;
import ij.ImageJ;
import java.awt.AWTEvent;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JDialog;
import javax.swing.JTextField;

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
        watch();
        try {
            new ImageJ(ImageJ.EMBEDDED);
            scene.play();
            System.exit(0);
        } catch (Throwable e) {
            e.printStackTrace();
            System.exit(1);
        }
    }

    /** Ends an ImageJ that hangs, with what its threads do. */
    private static void watch() {
        Thread watch = new Thread(() -> {
            try {
                Thread.sleep(TimeUnit.MINUTES.toMillis(4));
            } catch (InterruptedException e) {
                return;
            }
            Thread.getAllStackTraces().forEach((thread, stack) -> {
                System.out.println(thread);
                for (StackTraceElement frame : stack) System.out.println("\tat " + frame);
            });
            Runtime.getRuntime().halt(2);
        });
        watch.setDaemon(true);
        watch.start();
    }

    /** Chooses a command, and waits for its dialog, which is no class of ImageJ's. */
    public static JDialog dialog(String command) throws InterruptedException {
        IJ.doCommand(command);
        await(() -> window(command) != null);
        return window(command);
    }

    /** Null if no dialog of a name is shown. */
    public static JDialog window(String name) {
        for (Window window : Window.getWindows())
            if (window instanceof JDialog dialog && window.isShowing() && name.equals(window.getName())) return dialog;
        return null;
    }

    /** The part of a name; of a field the part to type or choose in. */
    @SuppressWarnings("unchecked")
    public static <C extends Component> C part(Container within, String name, Class<C> type) {
        for (Component part : within.getComponents()) {
            if (name.equals(part.getName()) && type.isInstance(part)) return (C) part;
            Container inner = part instanceof Container container ? container : null;
            C found = inner == null ? null : part(inner, name, type);
            if (found != null) return found;
        }
        return null;
    }

    public static void press(JDialog dialog, String button) throws Exception {
        EventQueue.invokeLater(() -> part(dialog, button, AbstractButton.class).doClick(0));
        EventQueue.invokeAndWait(() -> {});
    }

    public static void choose(JDialog dialog, String field, String label) throws Exception {
        EventQueue.invokeAndWait(() -> {
            JComboBox<?> box = part(dialog, field, JComboBox.class);
            for (int i = 0; i < box.getItemCount(); i++)
                if (box.getItemAt(i).toString().equals(label)) box.setSelectedIndex(i);
            if (!box.getSelectedItem().toString().equals(label))
                throw new IllegalArgumentException(field + " has no " + label);
        });
    }

    public static void type(JDialog dialog, String field, String text) throws Exception {
        EventQueue.invokeAndWait(() -> part(dialog, field, JTextField.class).setText(text));
    }

    /** Chooses Style Transfer... and sets its images, preset and size. */
    public static JDialog styleTransfer(String content, String style, String preset, String size) throws Exception {
        JDialog dialog = dialog("Style Transfer...");
        choose(dialog, "image", content);
        choose(dialog, "styleimage", style);
        choose(dialog, "preset", preset);
        type(dialog, "size", size);
        return dialog;
    }

    public static void pressOk(JDialog dialog) throws Exception {
        press(dialog, "ok");
    }

    /** Presses OK, and waits until the status tells the time left, after some steps. */
    public static void start(JDialog dialog) throws Exception {
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
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        boolean holds = condition.getAsBoolean();
        while (!holds && System.nanoTime() < end) {
            Thread.sleep(10);
            holds = condition.getAsBoolean();
        }
        if (!holds)
            throw new IllegalStateException("Waited in vain; open are " + Arrays.toString(Window.getWindows())
                    + ", the status is " + ImageJ.getStatusBarText());
    }

    public static void say(String what, Object value) {
        System.out.println(what + ": " + value);
    }
}
