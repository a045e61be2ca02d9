package io.github.neuralstyle.imagej.imagej1;

import ij.ImagePlus;
import ij.measure.Calibration;
import io.github.neuralstyle.image.Axis;

/**
 * What the positions along an axis stand for.
 *
 * @param first what the position 0 stands for
 * @param second what 1 does
 * @param unit null for none
 */
public record AxisScale(double first, double second, String unit) {

    /** As an image is calibrated. */
    public static AxisScale of(ImagePlus image, Axis axis) {
        Calibration calibration = image.getCalibration();
        return switch (axis) {
            case X -> linear(calibration.xOrigin, calibration.pixelWidth, calibration.getXUnit());
            case Y -> linear(calibration.yOrigin, calibration.pixelHeight, calibration.getYUnit());
            case Z -> linear(calibration.zOrigin, calibration.pixelDepth, calibration.getZUnit());
            case TIME -> linear(0, calibration.frameInterval, calibration.getTimeUnit());
            default -> linear(0, 1, null);
        };
    }

    private static AxisScale linear(double origin, double step, String unit) {
        return new AxisScale(origin, origin + step, unit);
    }
}
