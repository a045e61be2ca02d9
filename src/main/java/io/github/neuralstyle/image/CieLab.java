package io.github.neuralstyle.image;

/** Colours as CIELAB of sRGB's white D65: lightness 0..100, and two axes of chroma, 0 for greys. */
public final class CieLab {

    /** XYZ of linear red, green and blue (IEC 61966-2-1), its inverse, and white. */
    private static final double[][]
            XYZ =
                    {
                        {0.4124564, 0.3575761, 0.1804375},
                        {0.2126729, 0.7151522, 0.0721750},
                        {0.0193339, 0.1191920, 0.9503041}
                    },
            LIGHT =
                    {
                        {3.2404542, -1.5371385, -0.4985314},
                        {-0.9692660, 1.8760108, 0.0415560},
                        {0.0556434, -0.2040259, 1.0572252}
                    };

    private static final double[] WHITE = {0.95047, 1, 1.08883};

    /** Below this part of white the cube root is a line. */
    private static final double EDGE = 6 / 29.0;

    private CieLab() {}

    /** @param rgb (3, pixels), sRGB 0..255; not changed */
    public static double[][] fromRgb(double[][] rgb) {
        double[][] lab = new double[3][rgb[0].length];
        double[] roots = new double[3];
        for (int i = 0; i < lab[0].length; i++) {
            double r = OkLab.linear((float) rgb[0][i]),
                    g = OkLab.linear((float) rgb[1][i]),
                    b = OkLab.linear((float) rgb[2][i]);
            for (int c = 0; c < 3; c++) {
                double part = (XYZ[c][0] * r + XYZ[c][1] * g + XYZ[c][2] * b) / WHITE[c];
                roots[c] = part > EDGE * EDGE * EDGE ? Math.cbrt(part) : part / (3 * EDGE * EDGE) + 4 / 29.0;
            }
            lab[0][i] = 116 * roots[1] - 16;
            lab[1][i] = 500 * (roots[0] - roots[1]);
            lab[2][i] = 200 * (roots[1] - roots[2]);
        }
        return lab;
    }

    /** The colours, or the nearest in each channel that sRGB has, (3, pixels), 0..255. @param lab not changed */
    public static double[][] toRgb(double[][] lab) {
        double[][] rgb = new double[3][lab[0].length];
        double[] xyz = new double[3];
        for (int i = 0; i < rgb[0].length; i++) {
            double y = (lab[0][i] + 16) / 116;
            double[] roots = {y + lab[1][i] / 500, y, y - lab[2][i] / 200};
            for (int c = 0; c < 3; c++)
                xyz[c] = WHITE[c]
                        * (roots[c] > EDGE ? roots[c] * roots[c] * roots[c] : 3 * EDGE * EDGE * (roots[c] - 4 / 29.0));
            for (int c = 0; c < 3; c++)
                rgb[c][i] = OkLab.encoded(LIGHT[c][0] * xyz[0] + LIGHT[c][1] * xyz[1] + LIGHT[c][2] * xyz[2]);
        }
        return rgb;
    }
}
