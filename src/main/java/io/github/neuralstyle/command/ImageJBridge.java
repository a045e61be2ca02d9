package io.github.neuralstyle.command;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.scijava.Context;
import org.scijava.Named;
import org.scijava.command.CommandInfo;
import org.scijava.convert.ConvertService;
import org.scijava.display.Display;
import org.scijava.display.DisplayService;
import org.scijava.service.Service;

import io.github.neuralstyle.image.Images;
import io.github.neuralstyle.image.Pixels;

import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.integer.UnsignedByteType;

/**
 * ImageJ2's datasets and windows where ImageJ2 is there, plain images where it is not. ImageJ2 is not on Maven Central, so
 * that all calls go by reflection, through its interfaces.
 */
final class ImageJBridge {

	private static final String DATASET = "net.imagej.Dataset", LEGACY = "net.imagej.legacy.LegacyService",
		IMAGE_MAP = "net.imagej.legacy.LegacyImageMap", AXES = "net.imagej.axis.", INFO = "Info";

	/** Looks for a Dataset that is being made, and the milliseconds between them. */
	private static final int TRIES = 500, PAUSE = 20;

	private final Context context;
	private final Service datasets, legacy;

	ImageJBridge(Context context) {
		this.context = context;
		datasets = context.getService("net.imagej.DatasetService");
		Service found = context.getService(LEGACY);
		legacy = found != null && (boolean) call(found, type(found, LEGACY), "isActive") ? found : null;
	}

	static boolean isOurs(CommandInfo command) {
		return command.getDelegateClassName().startsWith(ImageJBridge.class.getPackageName() + ".");
	}

	/** Whether an ImageJ macro calls with parameters. */
	boolean hasMacroOptions() {
		if (legacy == null || !isMacro())
			return false;
		Object options = call(null, type(legacy, "ij.Macro"), "getOptions");
		return options != null && !options.toString().isBlank();
	}

	private boolean isMacro() {
		return (boolean) call(null, type(legacy, "ij.IJ"), "isMacro");
	}

	/** An image's name, or a word for it if it has none. */
	static String title(Img<?> image) {
		String name = image instanceof Named named ? named.getName() : null;
		return name == null || name.isBlank() ? "image" : name;
	}

	/**
	 * The image with the pixels that its window shows: after ImageJ 1's Crop, Size or change of type its Dataset still has
	 * the old ones, and is made anew here.
	 */
	Img<?> current(Img<?> image) {
		if (legacy == null || !isDataset(image))
			return image;
		synchronized (ImageJBridge.class) {
			Object images = call(legacy, type(legacy, LEGACY), "getImageMap");
			Class<?> imageMap = type(legacy, IMAGE_MAP);
			for (Object display : List.copyOf((Collection<?>) call(images, imageMap, "getImageDisplays")))
				if (((Display<?>) display).isDisplaying(image)) {
					Object window = call(images, imageMap, "lookupImagePlus", display);
					call(images, imageMap, "unregisterLegacyImage", window, false);
					((Display<?>) display).close();
					return dataset(window);
				}
			return image;
		}
	}

	/** The Dataset of an ImageJ 1's image. There is none as long as another thread is just making it, as for an icon. */
	private Img<?> dataset(Object window) {
		ConvertService converter = context.service(ConvertService.class);
		try {
			for (int i = 0; i < TRIES; i++) {
				Object dataset = converter.convert(window, type(datasets, DATASET));
				if (dataset != null)
					return (Img<?>) dataset;
				Thread.sleep(PAUSE);
			}
		}
		catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
		throw new IllegalArgumentException("ImageJ is busy with the window of " + window + "; run the command again.");
	}

	/** A colour picture as the output of a command: of bytes where there is ImageJ2, of floats where there is not. */
	Img<?> output(Pixels picture, Img<?> source, String suffix, String info) {
		return datasets == null ? Images.fromPixels(picture.values(), picture.width(), picture.height())
			: output(Rgb.bytes(picture), source, suffix, info);
	}

	/**
	 * The output of a command.
	 *
	 * @param picture (X,Y), ARGB, (X,Y,3) of bytes, which becomes a colour image unless the source has three separate
	 *          channels, or anything of the source's axes
	 * @param source whose calibration and other axes it has, and whose title with the suffix
	 * @param info told by {@code Image > Show Info}
	 * @return a Dataset, or the picture itself if there is no ImageJ2
	 */
	Img<?> output(Img<?> picture, Img<?> source, String suffix, String info) {
		return datasets == null ? picture
			: dataset(picture.getType() instanceof ARGBType ? Rgb.bytes(picture) : picture, source, title(source) + suffix, info);
	}

	/** A drawing as the output of a command, (X,Y) ARGB: of the source it has nothing but the title. */
	Img<?> figure(Img<?> drawing, Img<?> source, String suffix, String info) {
		return datasets == null ? drawing : dataset(Rgb.bytes(drawing), null, title(source) + suffix, info);
	}

	private Img<?> dataset(Img<?> pixels, Img<?> source, String title, String info) {
		Object dataset = call(datasets, type(datasets, "net.imagej.DatasetService"), "create", pixels);
		copyAxes(dataset, pixels, source);
		call(dataset, type(datasets, DATASET), "setName", uniqueName(title));
		if (isColor(pixels, source))
			color(dataset);
		properties(dataset).put(INFO, info);
		return (Img<?>) dataset;
	}

	/** Copies the source's axes, those of X and Y scaled; a third one that it has not is of channels. */
	private void copyAxes(Object dataset, Img<?> picture, Img<?> source) {
		for (int d = 0; d < picture.numDimensions(); d++) {
			if (isDataset(source) && d < source.numDimensions() && (d < 2 || sameAxes(picture, source)))
				setAxis(dataset, d, scaled(call(source, type(datasets, DATASET), "axis", d),
					(double) source.dimension(d) / picture.dimension(d)));
			else if (d == 2)
				setAxis(dataset, d, channelAxis());
		}
	}

	private static boolean sameAxes(Img<?> picture, Img<?> source) {
		if (picture.numDimensions() != source.numDimensions())
			return false;
		for (int d = 2; d < source.numDimensions(); d++)
			if (picture.dimension(d) != source.dimension(d))
				return false;
		return true;
	}

	private Object scaled(Object axis, double factor) {
		Object copy = call(axis, type(datasets, AXES + "CalibratedAxis"), "copy");
		Class<?> linear = type(datasets, AXES + "LinearAxis");
		if (linear.isInstance(copy))
			call(copy, linear, "setScale", (double) call(copy, linear, "scale") * factor);
		return copy;
	}

	private Object channelAxis() {
		try {
			Object channel = type(datasets, AXES + "Axes").getField("CHANNEL").get(null);
			return type(datasets, AXES + "DefaultLinearAxis").getConstructor(type(datasets, AXES + "AxisType")).newInstance(channel);
		}
		catch (ReflectiveOperationException e) {
			throw unexpected(e);
		}
	}

	private void setAxis(Object dataset, int dimension, Object axis) {
		call(dataset, type(datasets, DATASET), "setAxis", axis, dimension);
	}

	/** Whether it is to be one 24-bit image: a source of three separate channels stays so. */
	private boolean isColor(Img<?> picture, Img<?> source) {
		return picture.getType() instanceof UnsignedByteType && picture.numDimensions() == 3 && picture.dimension(2) == 3 &&
			(!isDataset(source) || !sameAxes(picture, source) || (boolean) call(source, type(datasets, DATASET), "isRGBMerged"));
	}

	/** Without ranges ImageJ2 would stretch each channel, and write the stretched values into the pixels. */
	private void color(Object dataset) {
		Class<?> type = type(datasets, DATASET);
		for (int c = 0; c < 3; c++) {
			call(dataset, type, "setChannelMinimum", c, 0.0);
			call(dataset, type, "setChannelMaximum", c, 255.0);
		}
		call(dataset, type, "setRGBMerged", true);
	}

	private String uniqueName(String name) {
		DisplayService displays = context.service(DisplayService.class);
		String unique = name;
		for (int i = 2; !displays.isUniqueName(unique); i++)
			unique = name + "-" + i;
		return unique;
	}

	/**
	 * Opens an output's window, with its info, in the ImageJ that Fiji is made of. Without a display it becomes an image that
	 * a macro can select, but is shown to no other caller.
	 *
	 * @return false if it is left to others to show it
	 */
	boolean show(Object output, boolean headless) {
		if (legacy == null || !isDataset(output))
			return false;
		Class<?> imagePlus = type(legacy, "ij.ImagePlus");
		if (headless && !isMacro())
			return false;
		Object window = context.service(ConvertService.class).convert(output, imagePlus);
		Object info = properties(output).get(INFO);
		if (info != null)
			call(window, imagePlus, "setProperty", INFO, info);
		call(window, imagePlus, "show");
		return true;
	}

	private boolean isDataset(Object image) {
		return datasets != null && type(datasets, DATASET).isInstance(image);
	}

	@SuppressWarnings("unchecked")
	private Map<String, Object> properties(Object dataset) {
		return (Map<String, Object>) call(dataset, type(datasets, DATASET), "getProperties");
	}

	private static Class<?> type(Service service, String name) {
		try {
			return Class.forName(name, false, service.getClass().getClassLoader());
		}
		catch (ClassNotFoundException e) {
			throw unexpected(e);
		}
	}

	/** Calls the method of a public type that takes such arguments. */
	private static Object call(Object target, Class<?> type, String name, Object... arguments) {
		for (Method method : type.getMethods())
			if (method.getName().equals(name) && takes(method.getParameterTypes(), arguments))
				try {
					return method.invoke(target, arguments);
				}
				catch (InvocationTargetException e) {
					throw e.getCause() instanceof RuntimeException cause ? cause : unexpected(e);
				}
				catch (IllegalAccessException e) {
					throw unexpected(e);
				}
		throw unexpected(new NoSuchMethodException(type.getName() + "." + name));
	}

	private static boolean takes(Class<?>[] types, Object[] arguments) {
		if (types.length != arguments.length)
			return false;
		for (int i = 0; i < types.length; i++)
			if (!types[i].isPrimitive() && arguments[i] != null && !types[i].isInstance(arguments[i]))
				return false;
		return true;
	}

	private static IllegalStateException unexpected(Exception e) {
		return new IllegalStateException("This ImageJ2 is not as expected: " + e, e);
	}
}
