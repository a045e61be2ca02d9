package io.github.neuralstyle.image;

import java.util.Arrays;

/**
 * How a scene has moved as a whole from one picture to the next, seen from the next: what is at (x, y), from the centre,
 * was at R(angle) (x, y) + shift. It applies to pictures of any size of the same scene.
 *
 * @param shiftX in widths of the picture
 * @param shiftY in heights of the picture
 * @param angle in radians, from x to y, so clockwise as pictures are seen
 * @param aspect height over width
 */
public record Motion(double shiftX, double shiftY, double angle, double aspect) {

    /** Of shifts in pixels of a picture of a size. */
    public static Motion of(double x, double y, double angle, int width, int height) {
        return new Motion(x / width, y / height, angle, (double) height / width);
    }

    /** What each pixel of a picture was before, by what is there. */
    public final class Map {

        private final int width, height;
        private final double xx, xy, yx, yy, startX, startY;

        private Map(int width, int height) {
            this.width = width;
            this.height = height;
            double square = height / (aspect * width);
            xx = yy = StrictMath.cos(angle);
            xy = -StrictMath.sin(angle) / square;
            yx = StrictMath.sin(angle) * square;
            double centreX = (width - 1) / 2.0, centreY = (height - 1) / 2.0;
            startX = centreX - xx * centreX - xy * centreY + shiftX * width;
            startY = centreY - yx * centreX - yy * centreY + shiftY * height;
        }

        /** Of a pixel, as are those of the other methods. */
        public double x(double x, double y) {
            return startX + xx * x + xy * y;
        }

        public double y(double x, double y) {
            return startY + yx * x + yy * y;
        }

        /** The nearest pixel, y * width + x; -1 if it was outside of the picture. */
        public int nearest(int x, int y) {
            long u = Math.round(x(x, y)), v = Math.round(y(x, y));
            return u < 0 || v < 0 || u >= width || v >= height ? -1 : (int) (v * width + u);
        }

        /** How far the pixel has moved, in pixels. */
        double length(int x, int y) {
            return Math.hypot(x(x, y) - x, y(x, y) - y);
        }
    }

    /** For pictures of a size. */
    public Map map(int width, int height) {
        return new Map(width, height);
    }

    /** The furthest that any pixel of a picture of a size moves, in pixels. */
    public double longest(int width, int height) {
        Map map = map(width, height);
        return Math.max(
                Math.max(map.length(0, 0), map.length(width - 1, 0)),
                Math.max(map.length(0, height - 1), map.length(width - 1, height - 1)));
    }

    /** A picture as it would look after the motion, by bicubic interpolation; NaN for what was outside of it. */
    public Pixels move(Pixels picture) {
        int width = picture.width(), height = picture.height();
        float[] from = picture.values(), moved = new float[from.length];
        Map map = map(width, height);
        double[] across = new double[4], down = new double[4];
        for (int y = 0, i = 0; y < height; y++)
            for (int x = 0; x < width; x++, i += 3) {
                double u = map.x(x, y), v = map.y(x, y);
                if (u < -0.5 || v < -0.5 || u >= width - 0.5 || v >= height - 0.5) {
                    Arrays.fill(moved, i, i + 3, Float.NaN);
                    continue;
                }
                int left = (int) Math.floor(u) - 1, top = (int) Math.floor(v) - 1;
                Resampling.weights(u - left - 1, across);
                Resampling.weights(v - top - 1, down);
                for (int c = 0; c < 3; c++) {
                    double sum = 0;
                    for (int b = 0; b < 4; b++) {
                        int row = Math.max(0, Math.min(height - 1, top + b)) * width;
                        for (int a = 0; a < 4; a++)
                            sum += down[b]
                                    * across[a]
                                    * from[3 * (row + Math.max(0, Math.min(width - 1, left + a))) + c];
                    }
                    moved[i + c] = (float) Math.max(0, Math.min(255, sum));
                }
            }
        return new Pixels(width, height, moved);
    }
}
