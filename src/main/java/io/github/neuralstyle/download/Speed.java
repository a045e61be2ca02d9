package io.github.neuralstyle.download;

import java.time.Duration;

/** Bytes per second, averaged with weights that fall by a factor of e in five seconds. */
final class Speed {

    private static final double MEMORY = 5;

    private final long start = System.nanoTime();
    private double bytes, seconds;
    private long last = start;

    /** Takes note of bytes that came since the last call. */
    void add(long count) {
        long now = System.nanoTime();
        double passed = (now - last) / 1e9, kept = Math.exp(-passed / MEMORY);
        last = now;
        bytes = bytes * kept + count;
        seconds = seconds * kept + passed;
    }

    double bytesPerSecond() {
        return seconds == 0 ? 0 : bytes / seconds;
    }

    /** The time for so many bytes more; zero if it cannot be told. */
    Duration timeFor(long more) {
        double speed = bytesPerSecond();
        return more <= 0 || speed <= 0 ? Duration.ZERO : Duration.ofMillis((long) Math.min(1e12, 1000 * more / speed));
    }
}
