package io.github.neuralstyle.imagej.imagej1;

import static io.github.neuralstyle.imagej.imagej1.ImageJUser.await;
import static io.github.neuralstyle.imagej.imagej1.ImageJUser.say;

import ij.IJ;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.gui.MultiLineLabel;
import ij.plugin.frame.Recorder;
import ij.text.TextWindow;
import java.lang.reflect.Field;
import java.util.Arrays;

/** Reads the help and the list of networks, and records both. */
public final class ModelsUser {

    private ModelsUser() {}

    public static void main(String[] ignored) {
        ImageJUser.play(ModelsUser::use);
    }

    private static void use() throws Exception {
        new Recorder();
        GenericDialog dialog = ImageJUser.dialog("Models...");
        say("MESSAGE", message(dialog));
        ImageJUser.pressOk(dialog);
        say("LIST", text("Models"));
        ImageJUser.awaitEnd("Models...");
        IJ.doCommand("Help and Citation");
        say("HELP", text("Neural Style help"));
        ImageJUser.awaitEnd("Help and Citation");
        say("RECORDED", Recorder.getInstance().getText());
        IJ.runMacro("run('Models...', 'name=compact-vgg');");
        say("TABLE", text("Models"));
        say(
                "WINDOWS",
                Arrays.stream(WindowManager.getNonImageTitles())
                        .filter("Models"::equals)
                        .count());
    }

    /** The last message; ImageJ keeps its lines to itself. */
    private static String message(GenericDialog dialog) throws ReflectiveOperationException {
        Field lines = MultiLineLabel.class.getDeclaredField("lines");
        lines.setAccessible(true);
        return String.join(" / ", (String[]) lines.get(dialog.getMessage()));
    }

    private static String text(String window) throws InterruptedException {
        await(() -> WindowManager.getFrame(window) instanceof TextWindow);
        return ((TextWindow) WindowManager.getFrame(window)).getTextPanel().getText();
    }
}
