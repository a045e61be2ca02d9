package io.github.neuralstyle.texture;

import io.github.neuralstyle.finish.Place;
import io.github.neuralstyle.image.Planes;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import net.imglib2.RandomAccess;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;

/**
 * Closes the rim of a hole that is filled with copies: adds to them a membrane, harmonic within the hole, so that values go on
 * across the rim as they do where the copies come from (P&eacute;rez, Gangnet &amp; Blake 2003, Poisson image editing).
 */
final class Membrane {

    /** Sweeps of successive over-relaxation: a membrane reaches about so many pixels inwards. */
    private static final int SWEEPS = 200;

    private static final double RELAXATION = 1.9;

    /** Images with no more values, as labels and line art, have no shades to add. */
    private static final int FEW_VALUES = 16;

    private final TextureMap map;
    private final int width, height;

    private Membrane(TextureMap map) {
        this.map = map;
        width = map.width();
        height = map.height();
    }

    /** @param filled the result, which is changed @param image with the values around the hole and of the copies */
    static void close(TextureMap map, Planes image, Img<?> filled) {
        Membrane membrane = new Membrane(map);
        for (int c = 0; c < image.channels(); c++) {
            double[] values = image.values()[c];
            if (DoubleStream.of(values).distinct().limit(FEW_VALUES + 1).count() <= FEW_VALUES) continue;
            membrane.add(membrane.solve(values), values, c, filled);
        }
    }

    private boolean isInside(int x, int y) {
        return x >= 0 && y >= 0 && x < width && y < height;
    }

    private double[] solve(double[] values) {
        double[] heights = new double[values.length];
        int[] holes = IntStream.range(0, values.length)
                .filter(i -> map.places()[i] != TextureMap.NONE)
                .toArray();
        for (int sweep = 0; sweep < SWEEPS; sweep++)
            for (int at : holes) {
                double sum = 0;
                int count = 0;
                for (int k = 0; k < 4; k++) {
                    int dx = k < 2 ? 2 * k - 1 : 0,
                            dy = k < 2 ? 0 : 2 * k - 5,
                            x = at % width + dx,
                            y = at / width + dy;
                    if (!isInside(x, y)) continue;
                    int there = y * width + x;
                    if (map.places()[there] != TextureMap.NONE) sum += heights[there];
                    else {
                        int sx = Place.x(map.places()[at]) + dx, sy = Place.y(map.places()[at]) + dy;
                        if (!isInside(sx, sy) || map.places()[sy * width + sx] != TextureMap.NONE) continue;
                        sum += values[there] - values[sy * width + sx];
                    }
                    count++;
                }
                if (count > 0) heights[at] += RELAXATION * (sum / count - heights[at]);
            }
        return heights;
    }

    private void add(double[] heights, double[] values, int channel, Img<?> filled) {
        double least = DoubleStream.of(values).min().getAsDouble(),
                most = DoubleStream.of(values).max().getAsDouble();
        RandomAccess<?> target = filled.randomAccess();
        boolean planes = filled.numDimensions() > 2;
        for (int i = 0; i < values.length; i++) {
            if (map.places()[i] == TextureMap.NONE) continue;
            target.setPosition(i % width, 0);
            target.setPosition(i / width, 1);
            if (planes) target.setPosition(channel, 2);
            int from = Place.y(map.places()[i]) * width + Place.x(map.places()[i]);
            double value = Math.max(least, Math.min(most, values[from] + heights[i]));
            if (target.get() instanceof ARGBType color) {
                int shift = 16 - 8 * channel;
                color.set(color.get() & ~(0xff << shift) | (int) Math.round(value) << shift);
            } else ((RealType<?>) target.get()).setReal(value);
        }
    }
}
