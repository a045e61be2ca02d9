package io.github.neuralstyle.image.io;

import io.github.neuralstyle.image.io.tiff.TiffDirectory;
import io.github.neuralstyle.image.io.tiff.TiffLayout;
import io.github.neuralstyle.image.io.tiff.TiffLayout.Format;
import io.github.neuralstyle.image.io.tiff.TiffLayout.Photometric;
import io.github.neuralstyle.image.io.tiff.TiffSamples;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.io.IOException;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;

/** What the samples of a TIFF file mean. */
final class TiffImages {

    private final TiffDirectory page;
    private final TiffLayout layout;
    private final TiffSamples samples;
    private final boolean rgb;

    private TiffImages(TiffDirectory page, TiffLayout layout, TiffSamples samples) {
        this.page = page;
        this.layout = layout;
        this.samples = samples;
        rgb = layout.photometric() == Photometric.RGB || layout.photometric() == Photometric.PALETTE;
    }

    /** The image for {@link Samples}: what has up to 8 bits, alpha, a palette or a profile; null if it is another. */
    static BufferedImage drawable(TiffDirectory page, TiffLayout layout, TiffSamples samples) throws IOException {
        return new TiffImages(page, layout, samples).drawable();
    }

    /** The image of the others: unsigned 16-bit as such, else 32-bit integers, floats or doubles. */
    static Img<?> values(TiffDirectory page, TiffLayout layout, TiffSamples samples) {
        return new TiffImages(page, layout, samples).values();
    }

    private BufferedImage drawable() throws IOException {
        ICC_Profile profile = profile();
        if (layout.format() != Format.UNSIGNED) return null;
        if (layout.bits() > 8 && layout.alpha() < 0 && profile == null && layout.photometric() != Photometric.PALETTE)
            return null;
        boolean deep = layout.bits() > 8 && layout.photometric() != Photometric.PALETTE;
        ColorSpace space = profile != null
                ? new ICC_ColorSpace(profile)
                : ColorSpace.getInstance(rgb ? ColorSpace.CS_sRGB : ColorSpace.CS_GRAY);
        boolean alpha = layout.alpha() >= 0;
        ComponentColorModel model = new ComponentColorModel(
                space,
                alpha,
                alpha && layout.premultiplied(),
                alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
                deep ? DataBuffer.TYPE_USHORT : DataBuffer.TYPE_BYTE);
        WritableRaster raster = model.createCompatibleWritableRaster(samples.width(), samples.height());
        int[][] planes = layout.photometric() == Photometric.PALETTE ? palette() : samples.integers();
        int from = layout.photometric() == Photometric.PALETTE ? 255 : max(), to = deep ? 0xffff : 0xff;
        for (int band = 0; band < planes.length; band++) {
            boolean isAlpha = alpha && band == planes.length - 1;
            int max = isAlpha ? max() : from;
            boolean invert = !isAlpha && layout.photometric() == Photometric.WHITE_IS_ZERO;
            int[] row = new int[samples.width()];
            for (int y = 0; y < samples.height(); y++) {
                for (int x = 0; x < row.length; x++) {
                    int value = planes[band][y * row.length + x];
                    row[x] = (int) (((long) (invert ? max - value : value) * to * 2 + max) / (2L * max));
                }
                raster.setSamples(0, y, row.length, 1, band, row);
            }
        }
        return new BufferedImage(model, raster, alpha && layout.premultiplied(), null);
    }

    private int max() {
        return (1 << layout.bits()) - 1;
    }

    private ICC_Profile profile() throws IOException {
        byte[] bytes = rgb ? page.bytes(TiffDirectory.PROFILE) : null;
        if (bytes == null) return null;
        ICC_Profile profile = ICC_Profile.getInstance(bytes);
        return profile.getNumComponents() == 3 ? profile : null;
    }

    /** Some programs write colours of 8 bits where 16 belong. */
    private int[][] palette() throws IOException {
        long[] map = page.numbers(320);
        int size = 1 << layout.bits(), pixels = samples.width() * samples.height();
        if (map == null || map.length < 3 * size) throw new IOException("no palette");
        boolean bytes = true;
        for (long colour : map) bytes &= colour < 256;
        int[][] planes = new int[layout.alpha() < 0 ? 3 : 4][];
        for (int c = 0; c < 3; c++) {
            planes[c] = new int[pixels];
            for (int i = 0; i < pixels; i++) {
                long colour = map[c * size + samples.integers()[0][i]];
                planes[c][i] = (int) (bytes ? colour : Math.round(colour / 257.0));
            }
        }
        if (layout.alpha() >= 0) planes[3] = samples.integers()[1];
        return planes;
    }

    private Img<?> values() {
        int size = samples.width() * samples.height();
        long[] dimensions = layout.colours() == 1
                ? new long[] {samples.width(), samples.height()}
                : new long[] {samples.width(), samples.height(), layout.colours()};
        boolean invert = layout.photometric() == Photometric.WHITE_IS_ZERO;
        if (samples.doubles() != null) {
            double[] all = new double[size * layout.colours()];
            for (int i = 0; i < all.length; i++)
                all[i] = invert ? -samples.doubles()[i / size][i % size] : samples.doubles()[i / size][i % size];
            return ArrayImgs.doubles(all, dimensions);
        }
        if (samples.floats() != null) {
            float[] all = new float[size * layout.colours()];
            for (int c = 0; c < layout.colours(); c++) System.arraycopy(samples.floats()[c], 0, all, c * size, size);
            for (int i = 0; invert && i < all.length; i++) all[i] = -all[i];
            return ArrayImgs.floats(all, dimensions);
        }
        int[] all = new int[size * layout.colours()];
        for (int c = 0; c < layout.colours(); c++) System.arraycopy(samples.integers()[c], 0, all, c * size, size);
        boolean signed = layout.format() == Format.SIGNED;
        int max = signed || layout.bits() == 32 ? -1 : max();
        for (int i = 0; invert && i < all.length; i++) all[i] = max - all[i];
        if (signed) return ArrayImgs.ints(all, dimensions);
        if (layout.bits() > 16) return ArrayImgs.unsignedInts(all, dimensions);
        short[] shorts = new short[all.length];
        for (int i = 0; i < all.length; i++) shorts[i] = (short) all[i];
        return ArrayImgs.unsignedShorts(shorts, dimensions);
    }
}
