package io.github.neuralstyle.image.io;

import java.util.Map;

/**
 * The size of a pixel in the world or on paper.
 *
 * @param width in the unit
 * @param height in the unit
 * @param unit as ImageJ writes it, for instance inch, cm or um
 */
public record PixelSize(double width, double height, String unit) {

    static final String INCH = "inch", CENTIMETRE = "cm";

    private static final double INCH_IN_METRES = 0.0254;

    private static final Map<String, Double> METRES = Map.ofEntries(
            Map.entry(INCH, INCH_IN_METRES),
            Map.entry("inches", INCH_IN_METRES),
            Map.entry("m", 1.0),
            Map.entry("meter", 1.0),
            Map.entry(CENTIMETRE, 1e-2),
            Map.entry("mm", 1e-3),
            Map.entry("um", 1e-6),
            Map.entry("\u00b5m", 1e-6),
            Map.entry("\u03bcm", 1e-6),
            Map.entry("micron", 1e-6),
            Map.entry("microns", 1e-6),
            Map.entry("nm", 1e-9));

    /** From pixels per unit; null if these are no positive numbers. */
    static PixelSize of(double perUnitX, double perUnitY, String unit) {
        boolean usable = perUnitX > 0 && perUnitY > 0 && Double.isFinite(1 / perUnitX) && Double.isFinite(1 / perUnitY);
        return usable ? new PixelSize(1 / perUnitX, 1 / perUnitY, unit) : null;
    }

    /** The size of the pixels after the image was scaled by factors. */
    public PixelSize scaled(double x, double y) {
        return new PixelSize(width / x, height / y, unit);
    }

    PixelSize transposed() {
        return new PixelSize(height, width, unit);
    }

    boolean isPaper() {
        return unit.equals(INCH) || unit.equals(CENTIMETRE);
    }

    /** The metres of the unit; NaN if it is no known length. */
    double metres() {
        return METRES.getOrDefault(unit, Double.NaN);
    }
}
