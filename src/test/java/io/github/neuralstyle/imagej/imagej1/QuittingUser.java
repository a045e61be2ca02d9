package io.github.neuralstyle.imagej.imagej1;

import ij.IJ;
import ij.ImageJ;

/** Quits ImageJ in the middle of a run; the program's own end is what ends it. */
public final class QuittingUser {

    private QuittingUser() {}

    public static void main(String[] ignored) throws Exception {
        ImageJ.main(new String[0]);
        IJ.createImage("style", "8-bit ramp", 70, 70, 1).show();
        IJ.createImage("content", "RGB ramp", 90, 60, 1).show();
        ImageJUser.start(ImageJUser.styleTransfer("content", "style", "high", "512"));
        ImageJUser.say("QUITS", true);
        IJ.doCommand("Quit");
    }
}
