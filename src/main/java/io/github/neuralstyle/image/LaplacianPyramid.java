package io.github.neuralstyle.image;

import io.github.neuralstyle.image.Pyramid.Size;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Images of one size as sums of bands (Burt &amp; Adelson 1983): each holds what the next, of half the size and
 * interpolated linearly, does not; the last holds the rest. All bands lie in one array, the finest first, each (height,
 * width, 3).
 */
public final class LaplacianPyramid {

    private final List<Size> sizes = new ArrayList<>();
    private final List<LineMap[]> shrink = new ArrayList<>(), enlarge = new ArrayList<>(), back = new ArrayList<>();
    private final int[] starts;

    /** @param halvings the number of bands besides the last, at least 0 */
    public LaplacianPyramid(int width, int height, int halvings) {
        sizes.add(new Size(width, height));
        for (int i = 0; i < halvings; i++) {
            int w = (width + 1) / 2, h = (height + 1) / 2;
            shrink.add(new LineMap[] {LineMap.area(width, w), LineMap.area(height, h)});
            LineMap across = LineMap.linear(w, width), down = LineMap.linear(h, height);
            enlarge.add(new LineMap[] {across, down});
            back.add(new LineMap[] {across.transposed(), down.transposed()});
            sizes.add(new Size(width = w, height = h));
        }
        starts = new int[sizes.size() + 1];
        for (int i = 0; i < sizes.size(); i++)
            starts[i + 1] = starts[i] + 3 * sizes.get(i).width() * sizes.get(i).height();
    }

    /** How many numbers the bands of an image are. */
    public int length() {
        return starts[sizes.size()];
    }

    /** The bands of an image (height, width, 3). */
    public float[] split(float[] image) {
        float[] bands = new float[length()], rest = image;
        for (int i = 0; i < shrink.size(); i++) {
            float[] small = apply(shrink.get(i), rest), smooth = apply(enlarge.get(i), small);
            for (int j = 0; j < smooth.length; j++) bands[starts[i] + j] = rest[j] - smooth[j];
            rest = small;
        }
        System.arraycopy(rest, 0, bands, starts[sizes.size() - 1], rest.length);
        return bands;
    }

    /** The image of some bands. */
    public float[] collapse(float[] bands) {
        float[] image = Arrays.copyOfRange(bands, starts[sizes.size() - 1], length());
        for (int i = sizes.size() - 2; i >= 0; i--) {
            image = apply(enlarge.get(i), image);
            for (int j = 0; j < image.length; j++) image[j] += bands[starts[i] + j];
        }
        return image;
    }

    /** The derivative by the bands of what has this derivative by the image; {@code gradient} receives it. */
    public void back(float[] byImage, float[] gradient) {
        float[] g = byImage;
        System.arraycopy(g, 0, gradient, 0, g.length);
        for (int i = 0; i < back.size(); i++) {
            g = apply(back.get(i), g);
            System.arraycopy(g, 0, gradient, starts[i + 1], g.length);
        }
    }

    /** What the finest band of an image is. */
    public static float[] finest(float[] image, int width, int height) {
        return Arrays.copyOf(new LaplacianPyramid(width, height, 1).split(image), image.length);
    }

    private static float[] apply(LineMap[] maps, float[] values) {
        return LineMap.apply(maps[0], maps[1], values);
    }
}
