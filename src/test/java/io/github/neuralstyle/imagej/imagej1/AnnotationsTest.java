package io.github.neuralstyle.imagej.imagej1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;

import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import org.junit.jupiter.api.Test;

class AnnotationsTest {

    private static ImagePlus stack(int width, int height, int slices) {
        ImageStack stack = new ImageStack(width, height);
        for (int i = 1; i <= slices; i++) stack.addSlice(null, new ByteProcessor(width, height));
        return new ImagePlus("stack", stack);
    }

    private static ImagePlus labelled() {
        ImagePlus source = stack(20, 10, 3);
        for (int i = 1; i <= 3; i++) source.getStack().setSliceLabel("slice " + i, i);
        source.setSlice(2);
        source.setOverlay(new Overlay(new Roi(4, 2, 8, 6)));
        return source;
    }

    @Test
    void labelsAreThoseOfTheSource() {
        ImagePlus same = stack(20, 10, 3), one = stack(20, 10, 1), other = stack(20, 10, 2);
        for (ImagePlus result : new ImagePlus[] {same, one, other}) new Annotations(labelled()).apply(result);
        assertEquals("slice 3", same.getStack().getSliceLabel(3));
        assertEquals("slice 2", one.getStack().getSliceLabel(1));
        assertNull(other.getStack().getSliceLabel(1));
    }

    @Test
    void theOverlayIsScaledAndTheSourceKeepsItsOwn() {
        ImagePlus source = labelled(), result = stack(10, 5, 3), square = stack(10, 10, 3);
        new Annotations(source).apply(result);
        new Annotations(source).apply(square);
        assertEquals(
                new java.awt.Rectangle(2, 1, 4, 3), result.getOverlay().get(0).getBounds());
        assertEquals(
                new java.awt.Rectangle(4, 2, 8, 6), source.getOverlay().get(0).getBounds());
        assertNotSame(source.getOverlay(), result.getOverlay());
        assertNull(square.getOverlay());
    }
}
