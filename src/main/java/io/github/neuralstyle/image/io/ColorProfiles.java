package io.github.neuralstyle.image.io;

import Jama.Matrix;
import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.IndexColorModel;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Colour spaces that a reader left out, as ICC profiles. */
final class ColorProfiles {

    private static final double[] D50 = {0.9642, 1, 0.8249};
    private static final Matrix BRADFORD = new Matrix(
            new double[][] {{0.8951, 0.2664, -0.1614}, {-0.7502, 1.7135, 0.0367}, {0.0389, -0.0685, 1.0296}});
    private static final int HEADER = 128, TAG = 12, XYZ = 20, CURVE = 16;

    private ColorProfiles() {}

    /** The same pixels in another colour space; grey images and profiles of other kinds change nothing. */
    static BufferedImage tag(BufferedImage image, ICC_Profile profile) {
        if (image.getColorModel() instanceof IndexColorModel) return tag(resolved(image), profile);
        ColorModel model = image.getColorModel();
        if (profile.getNumComponents() != 3 || model.getColorSpace().getType() != ColorSpace.TYPE_RGB) return image;
        ComponentColorModel tagged = new ComponentColorModel(
                new ICC_ColorSpace(profile),
                model.hasAlpha(),
                model.isAlphaPremultiplied(),
                model.hasAlpha() ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
                image.getRaster().getTransferType());
        return new BufferedImage(tagged, image.getRaster(), model.isAlphaPremultiplied(), null);
    }

    private static BufferedImage resolved(BufferedImage image) {
        BufferedImage direct = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_4BYTE_ABGR);
        for (int y = 0; y < image.getHeight(); y++)
            for (int x = 0; x < image.getWidth(); x++) direct.setRGB(x, y, image.getRGB(x, y));
        return direct;
    }

    /**
     * The profile of an RGB space that is given by its primaries and one exponent.
     *
     * @param xy the chromaticities x, y of white, red, green and blue
     * @param exponent light is the value to this power
     */
    static ICC_Profile of(double[] xy, double exponent) {
        Matrix colorants = colorants(xy);
        String[] names = {"wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"};
        int data = HEADER + 4 + names.length * TAG, size = data + 4 * XYZ + CURVE;
        ByteBuffer out = ByteBuffer.allocate(size);
        out.putInt(size).putInt(0).putInt(0x04200000);
        put(out, "mntrRGB XYZ ");
        out.position(36);
        put(out, "acsp");
        out.position(68);
        for (double value : D50) out.putInt(fixed(value));
        out.position(HEADER);
        out.putInt(names.length);
        for (int i = 0; i < names.length; i++) {
            put(out, names[i]);
            out.putInt(data + Math.min(i, 4) * XYZ).putInt(i < 4 ? XYZ : CURVE);
        }
        for (int i = 0; i < 4; i++) {
            put(out, "XYZ \0\0\0\0");
            for (int row = 0; row < 3; row++) out.putInt(fixed(i == 0 ? D50[row] : colorants.get(row, i - 1)));
        }
        put(out, "para\0\0\0\0\0\0\0\0");
        out.putInt(fixed(exponent));
        return ICC_Profile.getInstance(out.array());
    }

    /** XYZ of red, green and blue in columns, adapted from the white to that of profiles. */
    private static Matrix colorants(double[] xy) {
        Matrix primaries = new Matrix(3, 3), white = xyz(xy[0], xy[1]);
        for (int c = 0; c < 3; c++) primaries.setMatrix(0, 2, c, c, xyz(xy[2 + 2 * c], xy[3 + 2 * c]));
        Matrix scaled = primaries.times(diagonal(primaries.solve(white)));
        Matrix from = BRADFORD.times(white), to = BRADFORD.times(new Matrix(D50, 3));
        return BRADFORD.solve(
                diagonal(to.arrayRightDivide(from)).times(BRADFORD).times(scaled));
    }

    private static Matrix xyz(double x, double y) {
        return new Matrix(new double[] {x / y, 1, (1 - x - y) / y}, 3);
    }

    private static Matrix diagonal(Matrix column) {
        Matrix diagonal = new Matrix(3, 3);
        for (int i = 0; i < 3; i++) diagonal.set(i, i, column.get(i, 0));
        return diagonal;
    }

    private static int fixed(double value) {
        return (int) Math.round(value * 65536);
    }

    private static void put(ByteBuffer out, String text) {
        out.put(text.getBytes(StandardCharsets.US_ASCII));
    }
}
