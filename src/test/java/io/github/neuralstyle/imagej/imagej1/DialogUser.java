package io.github.neuralstyle.imagej.imagej1;

import static io.github.neuralstyle.imagej.imagej1.ImageJUser.await;
import static io.github.neuralstyle.imagej.imagej1.ImageJUser.say;

import ij.IJ;
import ij.ImageJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.MessageDialog;
import ij.plugin.frame.Recorder;
import java.awt.Window;
import java.util.Arrays;
import javax.swing.JDialog;
import javax.swing.JLabel;

/** Chooses Style Transfer... without an image, gives a dialog what is wrong, records a run and replays it, stops another one; and tells of it. */
public final class DialogUser {

    private static final String COMMAND = "Style Transfer...";

    private DialogUser() {}

    public static void main(String[] ignored) {
        ImageJUser.play(DialogUser::use);
    }

    private static void use() throws Exception {
        say("NO IMAGE", error());
        ImagePlus content = IJ.createImage("a b.png", "RGB ramp", 90, 60, 1),
                style = IJ.createImage("b.png", "8-bit ramp", 70, 70, 1);
        style.show();
        content.show();
        int[] before = (int[]) content.getProcessor().getPixelsCopy();
        say("IN THE DIALOG", wrong());
        new Recorder();
        String recorded = record();
        say("RECORDED", recorded);
        Recorder.getInstance().close();
        IJ.runMacro(recorded);
        int[] first = pixels("a b.png-style"), again = pixels("a b.png-style-2");
        say("REPLAYED", Arrays.equals(first, again));
        say("UNTOUCHED", Arrays.equals(before, pixels("a b.png")));
        stop(content);
        say("STOPPED", WindowManager.getImage("a b.png-style-3").getWidth());
    }

    private static String error() throws Exception {
        IJ.doCommand(COMMAND);
        await(() -> Arrays.stream(Window.getWindows()).anyMatch(w -> w instanceof MessageDialog && w.isShowing()));
        ImageJUser.awaitModal();
        Arrays.stream(Window.getWindows())
                .filter(MessageDialog.class::isInstance)
                .forEach(Window::dispose);
        return IJ.getErrorMessage();
    }

    /** What the dialog says, which stays open, when the selection is to be filled and there is none. */
    private static String wrong() throws Exception {
        JDialog dialog = ImageJUser.dialog("Synthesize Texture...");
        ImageJUser.press(dialog, "fill");
        ImageJUser.pressOk(dialog);
        String error = ImageJUser.part(dialog, "error", JLabel.class).getText();
        ImageJUser.press(dialog, "cancel");
        ImageJUser.awaitEnd("Synthesize Texture..."); // then only it lets the recorder be
        return error;
    }

    private static String record() throws Exception {
        ImageJUser.pressOk(ImageJUser.styleTransfer("a b.png", "b.png", "draft", "64"));
        await(() -> WindowManager.getImage("a b.png-style") != null);
        ImageJUser.awaitEnd(COMMAND);
        return Recorder.getInstance().getText();
    }

    /** Closes the content once the work has begun, and presses Escape. */
    private static void stop(ImagePlus content) throws Exception {
        ImageJUser.start(ImageJUser.styleTransfer("a b.png", "b.png", "high", "512"));
        say("STATUS", ImageJ.getStatusBarText());
        content.changes = false;
        content.close();
        ImageJUser.pressEscape();
        await(() -> WindowManager.getImage("a b.png-style-3") != null);
    }

    private static int[] pixels(String title) {
        return (int[]) WindowManager.getImage(title).getProcessor().getPixels();
    }
}
