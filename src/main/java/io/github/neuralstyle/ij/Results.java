package io.github.neuralstyle.ij;

import java.util.Arrays;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

import io.github.neuralstyle.image.DescribedImg;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.Calibration;

/** The outputs of a command, shown as ImageJ 1's images and in its log. */
final class Results {

	private Results() {
	}

	/**
	 * Shows each output image, with the source's calibration if it has its shape and its colours if it has its channels. Texts go to the
	 * log.
	 *
	 * @param source null if there is none
	 */
	static void show(Module module, ImagePlus source) {
		for (ModuleItem<?> item : module.getInfo().outputs()) {
			if (module.getOutput(item.getName()) instanceof String text)
				IJ.log(text);
			if (module.getOutput(item.getName()) instanceof DescribedImg<?> img) {
				ImagePlus image = ImagePlusPixels.image(unique(img.description().title()), img);
				if (source != null) {
					calibrate(image, source);
					Colors.of(source).apply(image);
				}
				image.setProperty("Info", img.description().info());
				image.show();
			}
		}
	}

	private static String unique(String title) {
		String unique = title;
		for (int n = 2; Arrays.asList(WindowManager.getImageTitles()).contains(unique); n++)
			unique = title + "-" + n;
		return unique;
	}

	private static void calibrate(ImagePlus image, ImagePlus source) {
		double across = (double) source.getWidth() / image.getWidth(), down = (double) source.getHeight() / image.getHeight();
		if (Math.abs(source.getWidth() / across - source.getWidth() / down) > 1)
			return;
		Calibration calibration = source.getCalibration().copy();
		if (calibration.scaled()) {
			calibration.pixelWidth *= across;
			calibration.pixelHeight *= down;
			calibration.xOrigin /= across;
			calibration.yOrigin /= down;
		}
		calibration.disableDensityCalibration();
		image.setCalibration(calibration);
	}
}
