package io.github.neuralstyle.imagej.progress;

import io.github.neuralstyle.image.Images;
import io.github.neuralstyle.transfer.TransferState;
import io.github.neuralstyle.util.Throttle;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.function.LongSupplier;

/** Draws the picture now and then. */
final class LiveView {

    /** The longer side of the view in pixels, at all scales. */
    private static final int LONGEST = 400;

    private final Throttle seldom;

    LiveView(LongSupplier nanoTime) {
        seldom = new Throttle(nanoTime);
    }

    /** The picture; null if it is not time for it. */
    BufferedImage draw(TransferState state) {
        return seldom.get(() -> scaled(Images.drawable(state.picture().get().subsampled(LONGEST))));
    }

    private static BufferedImage scaled(BufferedImage image) {
        double factor = (double) LONGEST / Math.max(image.getWidth(), image.getHeight());
        int width = (int) Math.ceil(factor * image.getWidth()), height = (int) Math.ceil(factor * image.getHeight());
        BufferedImage scaled = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = scaled.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return scaled;
    }
}
