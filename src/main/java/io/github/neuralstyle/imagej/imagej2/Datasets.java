package io.github.neuralstyle.imagej.imagej2;

import io.github.neuralstyle.image.Axis;
import io.github.neuralstyle.image.DescribedImg;
import io.github.neuralstyle.imagej.imagej1.SamePixels.AxisScale;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.ImgView;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import org.scijava.service.Service;

/**
 * ImageJ2's datasets: their axes, colours and properties; and calls of ImageJ2's methods by their names, as it is not on the
 * class path of the build.
 */
final class Datasets {

    private static final String AXES = "net.imagej.axis.";

    private static final Map<String, Axis> KINDS =
            Map.of("X", Axis.X, "Y", Axis.Y, "Channel", Axis.CHANNEL, "Z", Axis.Z, "Time", Axis.TIME);

    private final Service service;
    private final Class<?> datasetType;

    /** @param service ImageJ2's DatasetService */
    Datasets(Service service) {
        this.service = service;
        datasetType = type(service, "net.imagej.Dataset");
    }

    Class<?> datasetType() {
        return datasetType;
    }

    boolean isDataset(Object image) {
        return datasetType.isInstance(image);
    }

    /** All that are open. */
    List<?> open() {
        return (List<?>) call(service, type(service, "net.imagej.DatasetService"), "getDatasets");
    }

    /** What each dimension stands for. */
    List<Axis> axes(Object dataset) {
        List<Axis> axes = new ArrayList<>();
        for (int d = 0; d < ((Img<?>) dataset).numDimensions(); d++) {
            Object kind = call(call(dataset, datasetType, "axis", d), type(service, AXES + "TypedAxis"), "type");
            axes.add(KINDS.getOrDefault(call(kind, type(service, AXES + "AxisType"), "getLabel"), Axis.OTHER));
        }
        return axes;
    }

    /** Whether its channels are red, green and blue: it says so, or three channels of bytes have these tables, or none. */
    boolean isColor(Object dataset) {
        if ((boolean) call(dataset, datasetType, "isRGBMerged")) return true;
        int axis = axes(dataset).indexOf(Axis.CHANNEL);
        Img<?> image = (Img<?>) dataset;
        if (axis < 0 || image.dimension(axis) != 3 || !(image.getType() instanceof UnsignedByteType)) return false;
        int tables = (int) call(dataset, datasetType, "getColorTableCount");
        for (int c = 0; c < Math.min(3, tables); c++)
            if (!isPrimary(call(dataset, datasetType, "getColorTable", c), c)) return false;
        return true;
    }

    /** Whether a table's last entry is full red, green or blue; so is none, which ImageJ2 replaces by these. */
    private boolean isPrimary(Object table, int color) {
        if (table == null) return true;
        Class<?> type = type(service, "net.imglib2.display.ColorTable");
        int last = (int) call(table, type, "getLength") - 1;
        for (int c = 0; c < 3; c++) if ((int) call(table, type, "get", c, last) != (c == color ? 255 : 0)) return false;
        return true;
    }

    /**
     * A new Dataset.
     *
     * @param pixels in colour, of bytes; or of any kind
     * @param source of the axes, X and Y may have other lengths; null for none
     */
    Img<?> create(DescribedImg<?> pixels, Object source, String title) {
        Object dataset = call(service, type(service, "net.imagej.DatasetService"), "create", pixels(pixels));
        copyAxes(dataset, pixels, source);
        call(dataset, datasetType, "setName", title);
        if (pixels.metadata().color() && pixels.getType() instanceof UnsignedByteType) color(dataset);
        else if (pixels.metadata().axes().contains(Axis.CHANNEL))
            call(dataset, datasetType, "setCompositeChannelCount", (int)
                    pixels.dimension(pixels.metadata().axes().indexOf(Axis.CHANNEL)));
        return (Img<?>) dataset;
    }

    /** The innermost image, as ImageJ2 makes 24-bit images of array images only. */
    private static RandomAccessibleInterval<?> pixels(RandomAccessibleInterval<?> image) {
        return image instanceof ImgView<?> view ? pixels((RandomAccessibleInterval<?>) view.getSource()) : image;
    }

    private void copyAxes(Object dataset, DescribedImg<?> pixels, Object source) {
        List<Axis> from = source == null ? List.of() : axes(source),
                to = pixels.metadata().axes();
        int next = 0;
        for (int d = 0; d < to.size(); d++) {
            int at = from.subList(next, from.size()).indexOf(to.get(d));
            if (at >= 0) {
                next += at + 1;
                setAxis(
                        dataset,
                        d,
                        scaled(
                                call(source, datasetType, "axis", next - 1),
                                (double) ((Img<?>) source).dimension(next - 1) / pixels.dimension(d)));
            } else if (to.get(d) == Axis.CHANNEL) setAxis(dataset, d, channelAxis());
        }
    }

    /** The calibration of a dimension. */
    AxisScale scale(Object dataset, int d) {
        Object axis = call(dataset, datasetType, "axis", d);
        Class<?> calibrated = type(service, AXES + "CalibratedAxis");
        return new AxisScale(
                (double) call(axis, calibrated, "calibratedValue", 0.0),
                (double) call(axis, calibrated, "calibratedValue", 1.0),
                (String) call(axis, calibrated, "unit"));
    }

    /** A copy of an axis for pixels of another size; an axis without calibration stays without. */
    private Object scaled(Object axis, double factor) {
        Class<?> calibrated = type(service, AXES + "CalibratedAxis"), linear = type(service, AXES + "LinearAxis");
        Object copy = call(axis, calibrated, "copy"), unit = call(axis, calibrated, "unit");
        if (!linear.isInstance(copy)) return copy;
        double scale = (double) call(copy, linear, "scale");
        if (scale != 1 || unit != null && !unit.toString().matches("(pixels?)?"))
            call(copy, linear, "setScale", scale * factor);
        return copy;
    }

    private Object channelAxis() {
        try {
            Object channel = type(service, AXES + "Axes").getField("CHANNEL").get(null);
            return type(service, AXES + "DefaultLinearAxis")
                    .getConstructor(type(service, AXES + "AxisType"))
                    .newInstance(channel);
        } catch (ReflectiveOperationException e) {
            throw unexpected(e);
        }
    }

    private void setAxis(Object dataset, int dimension, Object axis) {
        call(dataset, datasetType, "setAxis", axis, dimension);
    }

    /** Without ranges ImageJ2 would stretch each channel, and write the stretched values into the pixels. */
    private void color(Object dataset) {
        for (int c = 0; c < 3; c++) {
            call(dataset, datasetType, "setChannelMinimum", c, 0.0);
            call(dataset, datasetType, "setChannelMaximum", c, 255.0);
        }
        call(dataset, datasetType, "setRGBMerged", true);
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> properties(Object dataset) {
        return (Map<String, Object>) call(dataset, datasetType, "getProperties");
    }

    /** The type of a name in the class loader of a service. */
    static Class<?> type(Service service, String name) {
        try {
            return Class.forName(name, false, service.getClass().getClassLoader());
        } catch (ClassNotFoundException e) {
            throw unexpected(e);
        }
    }

    /** Calls the method of a public type that takes these arguments. */
    static Object call(Object target, Class<?> type, String name, Object... arguments) {
        for (Method method : type.getMethods())
            if (method.getName().equals(name) && takes(method.getParameterTypes(), arguments))
                try {
                    return method.invoke(target, arguments);
                } catch (InvocationTargetException e) {
                    throw e.getCause() instanceof RuntimeException cause ? cause : unexpected(e);
                } catch (IllegalAccessException e) {
                    throw unexpected(e);
                }
        throw unexpected(new NoSuchMethodException(type.getName() + "." + name));
    }

    private static boolean takes(Class<?>[] types, Object[] arguments) {
        if (types.length != arguments.length) return false;
        for (int i = 0; i < types.length; i++)
            if (!types[i].isPrimitive() && arguments[i] != null && !types[i].isInstance(arguments[i])) return false;
        return true;
    }

    static IllegalStateException unexpected(Exception e) {
        return new IllegalStateException("This ImageJ2 is not as expected: " + e, e);
    }
}
