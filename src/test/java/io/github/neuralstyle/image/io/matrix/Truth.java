package io.github.neuralstyle.image.io.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.neuralstyle.image.Pixels;

/** A smooth picture, whose values are computed, and what files of it must look like. */
final class Truth {

    static final int WIDTH = 21, HEIGHT = 17;

    private Truth() {}

    /** A value from 0 to 1, both of which occur in every channel. */
    static double at(int x, int y, int channel) {
        double across = x / (WIDTH - 1.0), down = y / (HEIGHT - 1.0);
        return switch (channel) {
            case 0 -> (across + down) / 2;
            case 1 -> (1 - across + down) / 2;
            case 2 -> across * across;
            default -> 1 - down * down;
        };
    }

    /** Gives the integer of some bits that is stored. */
    static long unsigned(int x, int y, int channel, int bits) {
        return Math.round(at(x, y, channel) * ((1L << bits) - 1));
    }

    /** What a pixel must be, 0..255. */
    interface Expected {
        double at(int x, int y, int channel);
    }

    static Expected grey(Expected of) {
        return (x, y, c) -> of.at(x, y, 0);
    }

    /** The picture rounded to some bits. */
    static Expected rounded(int bits) {
        return (x, y, c) -> unsigned(x, y, c, bits) * 255.0 / ((1L << bits) - 1);
    }

    static Expected overWhite(Expected colour, Expected alpha) {
        return (x, y, c) -> 255 + (colour.at(x, y, c) - 255) * alpha.at(x, y, 3) / 255;
    }

    static void check(String name, Pixels pixels, Expected expected, double tolerance) {
        check(name, pixels, WIDTH, HEIGHT, expected, tolerance);
    }

    static void check(String name, Pixels pixels, int width, int height, Expected expected, double tolerance) {
        assertEquals(width + "x" + height, pixels.width() + "x" + pixels.height(), name);
        for (int y = 0; y < height; y++)
            for (int x = 0; x < width; x++)
                for (int c = 0; c < 3; c++)
                    assertEquals(
                            expected.at(x, y, c),
                            pixels.values()[(y * width + x) * 3 + c],
                            tolerance,
                            name + " at " + x + ", " + y + ", channel " + c);
    }
}
