package io.github.neuralstyle.ij;

import io.github.neuralstyle.image.Axis;

import ij.ImagePlus;
import ij.measure.Calibration;

/**
 * What the positions along an axis stand for.
 *
 * @param first what the position 0 stands for
 * @param second what 1 does
 * @param unit null for none
 */
public record Scale(double first, double second, String unit) {

	/** As an image is calibrated. */
	public static Scale of(ImagePlus image, Axis axis) {
		Calibration calibration = image.getCalibration();
		return switch (axis) {
			case X -> linear(calibration.xOrigin, calibration.pixelWidth, calibration.getXUnit());
			case Y -> linear(calibration.yOrigin, calibration.pixelHeight, calibration.getYUnit());
			case Z -> linear(calibration.zOrigin, calibration.pixelDepth, calibration.getZUnit());
			case TIME -> linear(0, calibration.frameInterval, calibration.getTimeUnit());
			default -> linear(0, 1, null);
		};
	}

	private static Scale linear(double origin, double step, String unit) {
		return new Scale(origin, origin + step, unit);
	}
}
