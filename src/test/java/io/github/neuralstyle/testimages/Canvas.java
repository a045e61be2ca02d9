package io.github.neuralstyle.testimages;

import static io.github.neuralstyle.testimages.Paint.*;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A picture in the making: coordinates in final pixels, stored at twice the resolution, which smooths all edges. */
final class Canvas {

    final int width, height, w, h;
    final float[][] rgb;

    Canvas(int width, int height) {
        this.width = width;
        this.height = height;
        w = 2 * width;
        h = 2 * height;
        rgb = new float[3][w * h];
    }

    /** The index of the sample at a place, or -1 outside. */
    int at(double x, double y) {
        int i = (int) StrictMath.floor(2 * x), j = (int) StrictMath.floor(2 * y);
        return i < 0 || j < 0 || i >= w || j >= h ? -1 : j * w + i;
    }

    void mix(int i, double[] colour, double alpha) {
        for (int c = 0; c < 3; c++) rgb[c][i] += (float) (alpha * (colour[c] - rgb[c][i]));
    }

    /** Calls the shader with the centre of each sample in a rectangle. */
    void each(double x0, double y0, double x1, double y1, Shader shader) {
        for (int j = Math.max(0, (int) (2 * y0)); j < Math.min(h, 2 * y1); j++)
            for (int i = Math.max(0, (int) (2 * x0)); i < Math.min(w, 2 * x1); i++)
                shader.shade(j * w + i, i / 2.0 + 0.25, j / 2.0 + 0.25);
    }

    /** Halves the resolution and writes a PNG file. */
    void save(Path file) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++) {
                int pixel = 0, i = 2 * y * w + 2 * x;
                for (float[] p : rgb) {
                    double sum = clamp(p[i]) + clamp(p[i + 1]) + clamp(p[i + w]) + clamp(p[i + w + 1]);
                    pixel = pixel << 8 | (int) (255 * sum / 4 + 0.5);
                }
                image.setRGB(x, y, pixel);
            }
        ImageIO.write(image, "png", file.toFile());
    }
}
