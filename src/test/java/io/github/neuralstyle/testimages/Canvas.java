package io.github.neuralstyle.testimages;

import static io.github.neuralstyle.testimages.Paint.*;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** A picture in the making: coordinates in units, stored with several samples a unit; saving averages samples. */
final class Canvas {

    final int width, height, samples, w, h;
    final float[][] rgb;

    Canvas(int width, int height, int samples) {
        this.width = width;
        this.height = height;
        this.samples = samples;
        w = samples * width;
        h = samples * height;
        rgb = new float[3][w * h];
    }

    /** The index of the sample at a place, or -1 outside. */
    int at(double x, double y) {
        int i = (int) Math.floor(samples * x), j = (int) Math.floor(samples * y);
        return i < 0 || j < 0 || i >= w || j >= h ? -1 : j * w + i;
    }

    /** The index of the sample at a place or, outside, of the nearest one. */
    int near(double x, double y) {
        int i = (int) Math.floor(samples * x), j = (int) Math.floor(samples * y);
        return Math.max(0, Math.min(h - 1, j)) * w + Math.max(0, Math.min(w - 1, i));
    }

    /** The horizontal coordinate of the centre of a sample. */
    double x(int i) {
        return (i % w + .5) / samples;
    }

    /** The vertical coordinate of the centre of a sample. */
    double y(int i) {
        return (i / w + .5) / samples;
    }

    float[] layer() {
        return new float[w * h];
    }

    /** Blurs a layer in place with a Gaussian of about a standard deviation, in units. */
    void soften(float[] layer, double sigma) {
        blur(layer, w, h, (int) Math.max(sigma > 0 ? 1 : 0, sigma * samples + .5));
    }

    void mix(int i, double[] colour, double alpha) {
        for (int c = 0; c < 3; c++) rgb[c][i] += (float) (alpha * (colour[c] - rgb[c][i]));
    }

    void each(Shader shader) {
        each(0, 0, width, height, shader);
    }

    /** Calls the shader with the centre of each sample in a rectangle. */
    void each(double x0, double y0, double x1, double y1, Shader shader) {
        double half = .5 / samples;
        for (int j = Math.max(0, (int) (samples * y0)); j < Math.min(h, samples * y1); j++)
            for (int i = Math.max(0, (int) (samples * x0)); i < Math.min(w, samples * x1); i++)
                shader.shade(j * w + i, i / (double) samples + half, j / (double) samples + half);
    }

    /** Lights a relief from the upper left: shades by its slope, with some gloss where it faces the light. */
    void rake(float[] relief, double steep, double gloss) {
        for (int i = w; i < relief.length - w; i++) {
            double sx = (relief[i + 1] - relief[i - 1]) * samples / 2.0,
                    sy = (relief[i + w] - relief[i - w]) * samples / 2.0;
            double lit = Math.max(-1, Math.min(1, -steep * (.75 * sx + sy))), shine = gloss * smooth(.45, 1, lit);
            for (float[] p : rgb) p[i] = (float) (p[i] * (1 + (lit > 0 ? .42 : .55) * lit) + shine * lit);
        }
    }

    /** The picture at one pixel for each square of samples of a side. */
    BufferedImage image(int side) {
        BufferedImage image = new BufferedImage(w / side, h / side, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++)
            for (int x = 0; x < image.getWidth(); x++) {
                int pixel = 0;
                for (float[] p : rgb) {
                    double sum = 0;
                    for (int j = 0; j < side; j++)
                        for (int i = 0; i < side; i++) sum += clamp(p[(side * y + j) * w + side * x + i]);
                    pixel = pixel << 8 | (int) (255 * sum / (side * side) + 0.5);
                }
                image.setRGB(x, y, pixel);
            }
        return image;
    }

    /** Halves the resolution and writes a PNG file, or a JPEG file of good quality. */
    void save(Path file) throws IOException {
        boolean jpeg = file.toString().endsWith(".jpg");
        ImageWriter writer =
                ImageIO.getImageWritersByFormatName(jpeg ? "jpeg" : "png").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        if (jpeg) {
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(.86f);
        }
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (OutputStream bytes = Files.newOutputStream(file);
                ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(image(2), null, null), param);
        } finally {
            writer.dispose();
        }
    }
}
