package io.github.neuralstyle.imagej.imagej1;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.measure.Calibration;

/** The overlay, the labels of the slices and the calibration of an image, as they were, for a result that is shown later. */
public final class Annotations {

    private final Overlay overlay;
    private final boolean hidden;
    private final String[] labels;
    private final int width, height;
    private final String shownLabel;
    private final Calibration calibration;

    public Annotations(ImagePlus source) {
        overlay = source.getOverlay() == null ? null : source.getOverlay().duplicate();
        hidden = source.getHideOverlay();
        labels = new String[source.getStackSize()];
        for (int i = 0; i < labels.length; i++) labels[i] = source.getStack().getSliceLabel(i + 1);
        shownLabel = labels[source.getCurrentSlice() - 1];
        width = source.getWidth();
        height = source.getHeight();
        calibration = source.getCalibration().copy();
    }

    /** The overlay, scaled to the result's size if its shape is the source's; labels if it has as many slices, or one. */
    public void apply(ImagePlus result) {
        int slices = result.getStackSize();
        for (int i = 0; i < slices; i++) {
            String label = slices == labels.length ? labels[i] : slices == 1 ? shownLabel : null;
            if (label != null) result.getStack().setSliceLabel(label, i + 1);
        }
        double across = (double) result.getWidth() / width, down = (double) result.getHeight() / height;
        if (overlay == null || !hasShape(result)) return;
        Overlay scaled = overlay.duplicate();
        result.setOverlay(across == 1 && down == 1 ? scaled : scaled.scale(across, down));
        result.setHideOverlay(hidden);
    }

    /** Whether it has the source's shape, to a pixel. */
    private boolean hasShape(ImagePlus result) {
        return Math.abs(result.getWidth() - (double) width * result.getHeight() / height) <= 1;
    }

    /** Gives a result of the source's shape the source's calibration, scaled to its size; that of values it keeps. */
    public void calibrate(ImagePlus result) {
        if (!hasShape(result)) return;
        Calibration scaled = calibration.copy();
        if (scaled.scaled()) {
            double across = (double) width / result.getWidth(), down = (double) height / result.getHeight();
            scaled.pixelWidth *= across;
            scaled.pixelHeight *= down;
            scaled.xOrigin /= across;
            scaled.yOrigin /= down;
        }
        if (result.getCalibration().isSigned16Bit()) scaled.setSigned16BitCalibration();
        else scaled.disableDensityCalibration();
        result.setCalibration(scaled);
    }
}
