package io.github.neuralstyle.imagej.imagej2;

import static io.github.neuralstyle.imagej.imagej2.Reflection.call;
import static io.github.neuralstyle.imagej.imagej2.Reflection.type;

import io.github.neuralstyle.image.Axis;
import io.github.neuralstyle.image.DescribedImg;
import io.github.neuralstyle.imagej.imagej1.AxisScale;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.ImgView;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import org.scijava.service.Service;

/** ImageJ2's datasets: their axes, colours and properties. */
final class Datasets {

    private static final String AXES = "net.imagej.axis.";

    private static final Map<String, Axis> KINDS =
            Map.of("X", Axis.X, "Y", Axis.Y, "Channel", Axis.CHANNEL, "Z", Axis.Z, "Time", Axis.TIME);

    private final Service service;
    private final Class<?> type;

    /** @param service ImageJ2's DatasetService */
    Datasets(Service service) {
        this.service = service;
        type = type(service, "net.imagej.Dataset");
    }

    Class<?> datasetType() {
        return type;
    }

    boolean isDataset(Object image) {
        return type.isInstance(image);
    }

    /** All that are open. */
    List<?> open() {
        return (List<?>) call(service, type(service, "net.imagej.DatasetService"), "getDatasets");
    }

    /** What each dimension stands for. */
    List<Axis> axes(Object dataset) {
        List<Axis> axes = new ArrayList<>();
        for (int d = 0; d < ((Img<?>) dataset).numDimensions(); d++) {
            Object kind = call(call(dataset, type, "axis", d), type(service, AXES + "TypedAxis"), "type");
            axes.add(KINDS.getOrDefault(call(kind, type(service, AXES + "AxisType"), "getLabel"), Axis.OTHER));
        }
        return axes;
    }

    /** Whether its channels are red, green and blue. */
    boolean isColor(Object dataset) {
        return (boolean) call(dataset, type, "isRGBMerged");
    }

    /**
     * A new Dataset.
     *
     * @param pixels in colour, of bytes; or of any kind
     * @param source that has the axes, those of X and Y maybe of other lengths; null if none
     */
    Img<?> create(DescribedImg<?> pixels, Object source, String title) {
        Object dataset = call(service, type(service, "net.imagej.DatasetService"), "create", pixels(pixels));
        copyAxes(dataset, pixels, source);
        call(dataset, type, "setName", title);
        if (pixels.metadata().color() && pixels.getType() instanceof UnsignedByteType) color(dataset);
        else if (pixels.metadata().axes().contains(Axis.CHANNEL))
            call(dataset, type, "setCompositeChannelCount", (int)
                    pixels.dimension(pixels.metadata().axes().indexOf(Axis.CHANNEL)));
        return (Img<?>) dataset;
    }

    /** The innermost image: only of an array image ImageJ2 makes a 24-bit one. */
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
                                call(source, type, "axis", next - 1),
                                (double) ((Img<?>) source).dimension(next - 1) / pixels.dimension(d)));
            } else if (to.get(d) == Axis.CHANNEL) setAxis(dataset, d, channelAxis());
        }
    }

    /** What the positions along a dimension stand for. */
    AxisScale scale(Object dataset, int d) {
        Object axis = call(dataset, type, "axis", d);
        Class<?> calibrated = type(service, AXES + "CalibratedAxis");
        return new AxisScale(
                (double) call(axis, calibrated, "calibratedValue", 0.0),
                (double) call(axis, calibrated, "calibratedValue", 1.0),
                (String) call(axis, calibrated, "unit"));
    }

    /** What has no calibration keeps none. */
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
            throw Reflection.unexpected(e);
        }
    }

    private void setAxis(Object dataset, int dimension, Object axis) {
        call(dataset, type, "setAxis", axis, dimension);
    }

    /** Without ranges ImageJ2 would stretch each channel, and write the stretched values into the pixels. */
    private void color(Object dataset) {
        for (int c = 0; c < 3; c++) {
            call(dataset, type, "setChannelMinimum", c, 0.0);
            call(dataset, type, "setChannelMaximum", c, 255.0);
        }
        call(dataset, type, "setRGBMerged", true);
    }

    @SuppressWarnings("unchecked")
    Map<String, Object> properties(Object dataset) {
        return (Map<String, Object>) call(dataset, type, "getProperties");
    }
}
