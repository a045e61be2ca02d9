package io.github.neuralstyle;

import io.github.neuralstyle.image.Motion;
import io.github.neuralstyle.image.Pixels;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A scene without end: coloured waves of all directions, 6 to 60 pixels long, over which a camera moves. */
public final class MovingScene {

    private static final int WAVES = 24;

    private final double[] across = new double[WAVES], down = new double[WAVES], phase = new double[WAVES];

    public MovingScene(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < WAVES; i++) {
            double frequency = 2 * Math.PI / (6 * Math.pow(10, random.nextDouble())),
                    direction = random.nextDouble() * 2 * Math.PI;
            across[i] = frequency * Math.cos(direction);
            down[i] = frequency * Math.sin(direction);
            phase[i] = random.nextDouble() * 2 * Math.PI;
        }
    }

    /** What a camera sees, less what lies in steps of the motion since the start, with normal noise of a deviation in grey levels. */
    public Pixels picture(int width, int height, Motion step, int steps, double noise) {
        Random random = new Random(steps);
        Motion.Map map = step.map(width, height);
        float[] values = new float[3 * width * height];
        for (int i = 0; i < values.length; i++) {
            double x = i / 3 % width, y = i / 3 / width;
            for (int k = 0; k < steps; k++) {
                double from = map.x(x, y);
                y = map.y(x, y);
                x = from;
            }
            double sum = 0;
            for (int w = i % 3; w < WAVES; w += w % 2 == 0 ? 2 : 3)
                sum += Math.sin(across[w] * x + down[w] * y + phase[w]);
            values[i] = (float) Math.max(0, Math.min(255, 127.5 + 22 * sum + noise * random.nextGaussian()));
        }
        return new Pixels(width, height, values);
    }

    /**
     * The flicker of a series: the mean absolute difference of each picture to the one before after the motion, where
     * that was seen.
     */
    public static double flicker(List<Pixels> pictures, Motion step) {
        return IntStream.range(1, pictures.size())
                .mapToDouble(i -> difference(
                        step.move(pictures.get(i - 1)).values(), pictures.get(i).values()))
                .average()
                .getAsDouble();
    }

    private static double difference(float[] before, float[] now) {
        return IntStream.range(0, now.length)
                .filter(i -> !Float.isNaN(before[i]))
                .mapToDouble(i -> Math.abs(now[i] - before[i]))
                .average()
                .getAsDouble();
    }
}
