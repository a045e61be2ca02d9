package io.github.neuralstyle.imagej.imagej1;

import static io.github.neuralstyle.imagej.imagej1.ImageJUser.await;
import static io.github.neuralstyle.imagej.imagej1.ImageJUser.say;

import ij.IJ;
import ij.WindowManager;
import ij.plugin.frame.Recorder;
import ij.text.TextWindow;
import java.util.Arrays;
import javax.swing.JDialog;
import javax.swing.JEditorPane;
import javax.swing.JLabel;

/** Reads the help and the list of networks, and records both. */
public final class ModelsUser {

    private ModelsUser() {}

    public static void main(String[] ignored) {
        ImageJUser.play(ModelsUser::use);
    }

    private static void use() throws Exception {
        new Recorder();
        JDialog dialog = ImageJUser.dialog("Models...");
        say("MESSAGE", ImageJUser.part(dialog, "licences", JLabel.class).getText());
        ImageJUser.pressOk(dialog);
        say("LIST", text("Models"));
        ImageJUser.awaitEnd("Models...");
        IJ.doCommand("Help and Citation");
        await(() -> ImageJUser.window("Neural Style help") != null);
        say(
                "PAGES",
                ImageJUser.part(ImageJUser.window("Neural Style help"), "pages", JEditorPane.class)
                        .getDocument()
                        .getLength());
        ImageJUser.awaitEnd("Help and Citation");
        say("RECORDED", Recorder.getInstance().getText());
        IJ.runMacro("run('Help and Citation'); selectWindow('Neural Style help'); print(getInfo('window.contents'));");
        say("HELP", IJ.getLog());
        IJ.runMacro("run('Models...', 'name=compact-vgg');");
        say("TABLE", text("Models"));
        say(
                "WINDOWS",
                Arrays.stream(WindowManager.getNonImageTitles())
                        .filter("Models"::equals)
                        .count());
    }

    private static String text(String window) throws InterruptedException {
        await(() -> WindowManager.getFrame(window) instanceof TextWindow);
        return ((TextWindow) WindowManager.getFrame(window)).getTextPanel().getText();
    }
}
