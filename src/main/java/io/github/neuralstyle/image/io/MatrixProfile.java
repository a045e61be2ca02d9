package io.github.neuralstyle.image.io;

import java.awt.color.ICC_Profile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** ICC profiles of RGB spaces that are given by their primaries and one exponent. */
final class MatrixProfile {

    private static final double[] D50 = {0.9642, 1, 0.8249};
    private static final double[][] BRADFORD = {
        {0.8951, 0.2664, -0.1614}, {-0.7502, 1.7135, 0.0367}, {0.0389, -0.0685, 1.0296}
    };
    private static final int HEADER = 128, TAG = 12, XYZ = 20, CURVE = 16;

    private MatrixProfile() {}

    /**
     * A profile.
     *
     * @param xy the chromaticities x, y of white, red, green and blue
     * @param exponent light is the value to this power
     */
    static ICC_Profile of(double[] xy, double exponent) {
        double[][] colorants = colorants(xy);
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
            for (int row = 0; row < 3; row++) out.putInt(fixed(i == 0 ? D50[row] : colorants[row][i - 1]));
        }
        put(out, "para\0\0\0\0\0\0\0\0");
        out.putInt(fixed(exponent));
        return ICC_Profile.getInstance(out.array());
    }

    /** XYZ of red, green and blue in columns, adapted from the white to that of profiles. */
    private static double[][] colorants(double[] xy) {
        double[][] primaries = new double[3][3];
        for (int c = 0; c < 3; c++) {
            double[] colour = xyz(xy[2 + 2 * c], xy[3 + 2 * c]);
            for (int row = 0; row < 3; row++) primaries[row][c] = colour[row];
        }
        double[] white = xyz(xy[0], xy[1]), scale = times(inverse(primaries), white);
        for (double[] row : primaries) for (int c = 0; c < 3; c++) row[c] *= scale[c];
        double[] from = times(BRADFORD, white), to = times(BRADFORD, D50);
        double[][] adapted = times(BRADFORD, primaries);
        for (int row = 0; row < 3; row++) for (int c = 0; c < 3; c++) adapted[row][c] *= to[row] / from[row];
        return times(inverse(BRADFORD), adapted);
    }

    private static double[] xyz(double x, double y) {
        return new double[] {x / y, 1, (1 - x - y) / y};
    }

    private static double[] times(double[][] m, double[] v) {
        double[] product = new double[3];
        for (int row = 0; row < 3; row++) for (int c = 0; c < 3; c++) product[row] += m[row][c] * v[c];
        return product;
    }

    private static double[][] times(double[][] a, double[][] b) {
        double[][] product = new double[3][3];
        for (int row = 0; row < 3; row++)
            for (int c = 0; c < 3; c++) for (int i = 0; i < 3; i++) product[row][c] += a[row][i] * b[i][c];
        return product;
    }

    private static double[][] inverse(double[][] m) {
        double[][] inverse = new double[3][3];
        double determinant = 0;
        for (int row = 0; row < 3; row++)
            for (int c = 0; c < 3; c++) {
                int r1 = (c + 1) % 3, r2 = (c + 2) % 3, c1 = (row + 1) % 3, c2 = (row + 2) % 3;
                inverse[row][c] = m[r1][c1] * m[r2][c2] - m[r1][c2] * m[r2][c1];
                if (row == 0) determinant += m[c][0] * inverse[0][c];
            }
        for (double[] row : inverse) for (int c = 0; c < 3; c++) row[c] /= determinant;
        return inverse;
    }

    private static int fixed(double value) {
        return (int) Math.round(value * 65536);
    }

    private static void put(ByteBuffer out, String text) {
        out.put(text.getBytes(StandardCharsets.US_ASCII));
    }
}
