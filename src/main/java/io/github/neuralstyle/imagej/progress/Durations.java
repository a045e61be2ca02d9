package io.github.neuralstyle.imagej.progress;

/** Times for people. */
public final class Durations {

    private Durations() {}

    /** As "40 s", "5 min" or "2.5 h". */
    public static String text(double seconds) {
        if (seconds < 100) return Math.max(1, Math.round(seconds)) + " s";
        if (seconds < 100 * 60) return Math.round(seconds / 60) + " min";
        return Math.round(seconds / 360) / 10.0 + " h";
    }
}
