package io.github.neuralstyle.image;

/**
 * Colours as lightness and two axes of chroma, in which equal distances look alike (Ottosson 2020, A perceptual color
 * space for image processing). All three are multiplied by 255 and 128 is added to the axes, so that they are numbers like
 * those of sRGB: lightness 0..255, greys at 128.
 */
public final class OkLab {

    private static final double SCALE = 255, GREY = 128;

    /** Halvings of the interval in which {@link #toRgb} searches a lightness: to an eighth of a grey level. */
    private static final int HALVINGS = 11;

    /** How far beyond 0..1 light may be and still count as a colour of sRGB. */
    private static final double TOLERANCE = 1e-4;

    private OkLab() {}

    /** Converts one colour. @param rgb sRGB 0..255, replaced at {@code at} and the two after by L, a, b */
    public static void fromRgb(float[] rgb, int at) {
        double r = linear(rgb[at]), g = linear(rgb[at + 1]), b = linear(rgb[at + 2]);
        double l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
        double m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
        double s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
        rgb[at] = (float) (SCALE * (0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s));
        rgb[at + 1] = (float) (GREY + SCALE * (1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s));
        rgb[at + 2] = (float) (GREY + SCALE * (0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s));
    }

    /** A converted copy of an image. */
    public static Pixels of(Pixels image) {
        float[] values = image.values().clone();
        for (int i = 0; i < values.length; i += 3) fromRgb(values, i);
        return new Pixels(image.width(), image.height(), values);
    }

    /**
     * Converts one colour back. If sRGB has no colour so light or dark of this chroma, the lightness is the nearest one, on
     * the way to another, at which it has.
     *
     * @param lab L, a, b, replaced at {@code at} and the two after by sRGB 0..255
     * @param lightness of a colour of this chroma that sRGB has
     */
    public static void toRgb(float[] lab, int at, double lightness) {
        double wanted = lab[at], a = (lab[at + 1] - GREY) / SCALE, b = (lab[at + 2] - GREY) / SCALE;
        double[] light = light(wanted / SCALE, a, b);
        if (!isInside(light)) {
            double inside = 1, outside = 0;
            for (int i = 0; i < HALVINGS; i++) {
                double middle = (inside + outside) / 2;
                if (isInside(light((wanted + middle * (lightness - wanted)) / SCALE, a, b))) inside = middle;
                else outside = middle;
            }
            light = light((wanted + inside * (lightness - wanted)) / SCALE, a, b);
        }
        for (int c = 0; c < 3; c++) lab[at + c] = encoded(light[c]);
    }

    /** Linear red, green and blue, 0..1 if sRGB has the colour. */
    private static double[] light(double lightness, double a, double b) {
        double l = cube(lightness + 0.3963377774 * a + 0.2158037573 * b);
        double m = cube(lightness - 0.1055613458 * a - 0.0638541728 * b);
        double s = cube(lightness - 0.0894841775 * a - 1.2914855480 * b);
        return new double[] {
            4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
        };
    }

    private static boolean isInside(double[] light) {
        for (double value : light) if (!(value >= -TOLERANCE && value <= 1 + TOLERANCE)) return false;
        return true;
    }

    private static double cube(double x) {
        return x * x * x;
    }

    /** The light, 0..1, of an sRGB value 0..255. */
    static double linear(float value) {
        double v = value / 255;
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }

    /** The sRGB value, 0..255, of light, which is clipped to 0..1. */
    static float encoded(double light) {
        double v = Math.max(0, Math.min(1, light));
        return (float) (255 * (v <= 0.0031308 ? 12.92 * v : 1.055 * Math.pow(v, 1 / 2.4) - 0.055));
    }
}
