package io.github.neuralstyle.java8;

import ij.IJ;
import ij.plugin.PlugIn;

/** An entry of the menu of an ImageJ 1 without SciJava's layer, in any Java. */
public class MenuEntry implements PlugIn {

    /** @param label the last part of the command's menu path, for instance "Style Transfer..." */
    @Override
    public void run(String label) {
        if (OldJava.isHere()) IJ.error(label, OldJava.sentence());
        else IJ.runPlugIn("io.github.neuralstyle.ij.Adapter", label);
    }
}
