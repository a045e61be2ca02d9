package io.github.neuralstyle.ij;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.Calibration;
import net.imglib2.img.Img;

/** The outputs of a command, shown as ImageJ 1's images and in its log. */
final class Results {

	private Results() {
	}

	/**
	 * Shows each output image under the title of the source and what it is, for instance {@code nuclei.tif-style}; with the
	 * source's calibration if it has its shape; and with the options that make it in its Info. Texts go to the log.
	 */
	static void show(Module module, ImagePlus source, Map<String, String> options) {
		for (ModuleItem<?> item : module.getInfo().outputs()) {
			if (module.getOutput(item.getName()) instanceof String text)
				IJ.log(text);
			if (module.getOutput(item.getName()) instanceof Img<?> img) {
				ImagePlus image = ImagePlusPixels.image(title(source, item), img);
				if (source != null)
					calibrate(image, source);
				image.setProperty("Info", info(module, options));
				image.show();
			}
		}
	}

	private static String title(ImagePlus source, ModuleItem<?> item) {
		String ending = item.getLabel().equals("Stylized") ? "style" : item.getLabel().toLowerCase(Locale.ROOT).replace(' ', '-');
		String title = source == null ? ending : source.getTitle() + "-" + ending, unique = title;
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

	private static String info(Module module, Map<String, String> options) {
		StringBuilder info = new StringBuilder("Neural Style: " + module.getInfo().getMenuPath().getLeaf().getName() + "\n");
		options.forEach((name, text) -> info.append(name).append(": ").append(text).append('\n'));
		return info.append("A synthetic image: not for intensity measurement.\n").toString();
	}
}
