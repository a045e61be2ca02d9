package io.github.neuralstyle.image.histogram;

import Jama.Matrix;
import io.github.neuralstyle.image.ColorStatistics;
import io.github.neuralstyle.image.IntensityRange;
import io.github.neuralstyle.image.Pixels;

/** Matching along the axes on which a template's colours are uncorrelated: {@link HistogramMatching.Mode#DECORRELATED}. */
final class PrincipalAxes {

    private PrincipalAxes() {}

    /** The values (3, pixels) of the matched source, where 0..255 of the template are a range. */
    static double[][] match(Pixels source, Pixels template, HistogramMatching matching, IntensityRange range) {
        ColorStatistics own = ColorStatistics.of(source), wanted = ColorStatistics.of(template);
        Matrix toAxes = wanted.covariance().eig().getV().transpose();
        double[][] from = transform(toAxes.times(own.mapTo(wanted)), source), to = transform(toAxes, template);
        for (int axis = 0; axis < 3; axis++)
            from[axis] = matching.match(from[axis], source.width(), source.height(), to[axis]);
        double[][] colors = toAxes.transpose().times(new Matrix(from)).getArray();
        for (double[] channel : colors)
            for (int i = 0; i < channel.length; i++)
                channel[i] = range.fromUnit255(Math.max(0, Math.min(255, channel[i])));
        return colors;
    }

    /** The colours multiplied by a matrix, (3, pixels). */
    private static double[][] transform(Matrix matrix, Pixels image) {
        double[][] planes = new double[3][image.values().length / 3];
        for (int i = 0; i < image.values().length; i++) planes[i % 3][i / 3] = image.values()[i];
        return matrix.times(new Matrix(planes)).getArray();
    }
}
