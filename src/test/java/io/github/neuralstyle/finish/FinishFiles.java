package io.github.neuralstyle.finish;

import com.sun.management.OperatingSystemMXBean;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.image.Resampling;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.List;
import javax.imageio.ImageIO;

/** Runs the finish on files: PICTURE STYLE OUTPUT STRENGTH [LONG_SIDE [SCALE [THREADS]]]. */
public final class FinishFiles {

    private FinishFiles() {}

    public static void main(String[] args) throws IOException {
        Pixels picture = read(args[0]), style = read(args[1]);
        FinishOptions options = FinishOptions.of(Double.parseDouble(args[3]));
        int longest = args.length > 4 ? Integer.parseInt(args[4]) : Math.max(picture.width(), picture.height());
        if (args.length > 5) options = options.withScale(Double.parseDouble(args[5]));
        if (args.length > 6) options = options.withThreads(Integer.parseInt(args[6]));
        double scale = (double) longest / Math.max(picture.width(), picture.height());
        int width = (int) Math.round(picture.width() * scale), height = (int) Math.round(picture.height() * scale);
        BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        long start = System.nanoTime();
        Finish finish = new Finish(List.of(PatchStyle.of(style)), options, FinishListener.NONE);
        finish.repaint(RowImage.of(picture), width, height, null, (y, row) -> {
                    for (int x = 0; x < width; x++)
                        result.setRGB(
                                x,
                                y,
                                Math.round(row[3 * x]) << 16
                                        | Math.round(row[3 * x + 1]) << 8
                                        | Math.round(row[3 * x + 2]));
                })
                .close();
        double seconds = (System.nanoTime() - start) / 1e9;
        Pixels made = pixels(result),
                scaled =
                        Resampling.resize(
                                style,
                                Math.min(
                                        style.width(),
                                        longest * style.width() / Math.max(style.width(), style.height())),
                                Math.min(
                                        style.height(),
                                        longest * style.height() / Math.max(style.width(), style.height())));
        System.out.printf(
                "%s %dx%d %.1f s, CPU %.1f s, detail %.2f%n",
                args[2],
                width,
                height,
                seconds,
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9,
                detail(made) / detail(scaled));
        ImageIO.write(result, "png", new File(args[2]));
    }

    /** The root of the mean square of the luminance's Laplacian. */
    static double detail(Pixels image) {
        double sum = 0;
        int width = image.width();
        for (int y = 1; y < image.height() - 1; y++)
            for (int x = 1; x < width - 1; x++) {
                double laplacian = 0;
                for (int c = 0; c < 3; c++) {
                    int i = 3 * (y * width + x) + c;
                    float[] v = image.values();
                    laplacian += (4 * v[i] - v[i - 3] - v[i + 3] - v[i - 3 * width] - v[i + 3 * width]) / 3;
                }
                sum += laplacian * laplacian;
            }
        return Math.sqrt(sum / (width - 2) / (image.height() - 2));
    }

    static Pixels read(String file) throws IOException {
        return pixels(ImageIO.read(new File(file)));
    }

    private static Pixels pixels(BufferedImage image) {
        float[] values = new float[3 * image.getWidth() * image.getHeight()];
        for (int y = 0, i = 0; y < image.getHeight(); y++)
            for (int x = 0; x < image.getWidth(); x++) {
                int rgb = image.getRGB(x, y);
                values[i++] = rgb >> 16 & 0xff;
                values[i++] = rgb >> 8 & 0xff;
                values[i++] = rgb & 0xff;
            }
        return new Pixels(image.getWidth(), image.getHeight(), values);
    }
}
