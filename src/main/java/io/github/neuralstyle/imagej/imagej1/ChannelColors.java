package io.github.neuralstyle.imagej.imagej1;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.process.LUT;

/** How the channels of an image are shown: in which colours and ranges. */
public final class ChannelColors {

    private final LUT[] luts;
    private final int bits, mode;

    private ChannelColors(ImagePlus image) {
        luts = image.getLuts();
        bits = image.getBitDepth();
        mode = image instanceof CompositeImage composite ? composite.getMode() : 0;
    }

    /** Of an image. */
    public static ChannelColors of(ImagePlus image) {
        return new ChannelColors(image);
    }

    /** Shows another one so, if it has as many channels of the same bit depth, and no colours of its own. */
    public void apply(ImagePlus image) {
        if (image.getBitDepth() != bits || bits == 24 || luts.length != image.getNChannels()) return;
        if (image instanceof CompositeImage composite) {
            composite.setLuts(luts);
            composite.setMode(mode);
        } else image.setLut(luts[0]);
    }
}
