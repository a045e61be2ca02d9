package io.github.neuralstyle.imagej.imagej1;

import ij.ImagePlus;
import ij.gui.Overlay;

/** The overlay and the labels of the slices of an image, as they were, for a result that is shown later. */
public final class Annotations {

    private final Overlay overlay;
    private final boolean hidden;
    private final String[] labels;
    private final int width, height;
    private final String shownLabel;

    public Annotations(ImagePlus source) {
        overlay = source.getOverlay() == null ? null : source.getOverlay().duplicate();
        hidden = source.getHideOverlay();
        labels = new String[source.getStackSize()];
        for (int i = 0; i < labels.length; i++) labels[i] = source.getStack().getSliceLabel(i + 1);
        shownLabel = labels[source.getCurrentSlice() - 1];
        width = source.getWidth();
        height = source.getHeight();
    }

    /** The overlay, scaled to the result's size if its shape is the source's; labels if it has as many slices, or one. */
    public void apply(ImagePlus result) {
        int slices = result.getStackSize();
        for (int i = 0; i < slices; i++) {
            String label = slices == labels.length ? labels[i] : slices == 1 ? shownLabel : null;
            if (label != null) result.getStack().setSliceLabel(label, i + 1);
        }
        double across = (double) result.getWidth() / width, down = (double) result.getHeight() / height;
        if (overlay == null || Math.abs(width * across - width * down) > 1) return;
        Overlay scaled = overlay.duplicate();
        result.setOverlay(across == 1 && down == 1 ? scaled : scaled.scale(across, down));
        result.setHideOverlay(hidden);
    }
}
