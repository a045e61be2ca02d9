package io.github.neuralstyle.batch;

import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.image.Images;
import io.github.neuralstyle.image.IntensityRange;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.image.Planes;
import io.github.neuralstyle.measure.FeatureDistances;
import io.github.neuralstyle.measure.LabelEdges;
import io.github.neuralstyle.model.FeatureModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.imglib2.img.Img;

/** Measures whether a variant's labels still hold, and how far its look has come. */
final class VariantMeasures implements AutoCloseable {

    static final String EDGES_KEPT = "edges-kept";

    /** Columns of the manifest. */
    static final List<String> COLUMNS = List.of(
            "edges-before",
            "edges-after",
            EDGES_KEPT,
            "content-distance",
            "style-distance-before",
            "style-distance-after");

    /** Values are rounded to these, as they are written, so that what is left out does not depend on more. */
    private static final double DECIMALS = 1e4;

    private final FeatureDistances distances;

    VariantMeasures(FeatureModel model) {
        distances = new FeatureDistances(model);
    }

    /**
     * By the names of columns; NaN where there is nothing to measure.
     *
     * @param image (X,Y) or (X,Y,3), and
     * @param result the variant, of the same type
     */
    Map<String, Double> of(BatchItem item, Img<?> image, Img<?> result, int[] labels) throws IOException {
        double before = LabelEdges.contrast(Planes.of("image", image), labels),
                after = LabelEdges.contrast(Planes.of("variant", result), labels);
        IntensityRange range = IntensityRange.of(image);
        Pixels content = pixels(image, range), variant = pixels(result, range);
        Path style = item.styles().get(0);
        int longest = Math.max(content.width(), content.height());
        FeatureDistances.Statistics target =
                distances.style(style, longest, ImageFiles.open(style, longest).image());
        FeatureDistances.Statistics own = distances.of(content), made = distances.of(variant);
        double[] values = {before, after, after / before, made.content(own), own.style(target), made.style(target)};
        Map<String, Double> measures = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++)
            measures.put(COLUMNS.get(i), Math.rint(DECIMALS * values[i]) / DECIMALS);
        return measures;
    }

    private static Pixels pixels(Img<?> image, IntensityRange range) {
        return new Pixels(
                (int) image.dimension(0), (int) image.dimension(1), Images.toPixels(Images.toRgb(image, range)));
    }

    @Override
    public void close() {
        distances.close();
    }
}
