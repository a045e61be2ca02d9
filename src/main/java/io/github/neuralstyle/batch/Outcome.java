package io.github.neuralstyle.batch;

import java.util.Map;

/**
 * What became of a picture.
 *
 * @param checksum of the inputs, as {@link InputChecksums} has it; empty if no picture was made
 * @param losses the weighted value of each loss at the last step, by its name
 * @param steps made, over all scales
 * @param width of the picture in pixels, 0 if there is none
 * @param height of the picture in pixels, 0 if there is none
 * @param seconds that the work took
 * @param message why it failed; empty if it did not
 * @param measures of a variant, by the names of columns; empty for a picture
 */
public record Outcome(
        BatchItem item,
        Status status,
        String checksum,
        Map<String, Double> losses,
        int steps,
        int width,
        int height,
        double seconds,
        String message,
        Map<String, Double> measures) {

    /** How far a picture came. */
    public enum Status {
        /** Made by this run. */
        DONE,
        /** Made by this run or an earlier one, and left out because its labels do not hold well enough. */
        DROPPED,
        /** Made by an earlier run, of the same inputs with the same settings. */
        SKIPPED,
        /** Not made, for the reason in the message. */
        FAILED,
        /** Not made because the run ended before: the next one makes it. */
        STOPPED
    }

    /** Of a picture that was not made. */
    static Outcome none(BatchItem item, Status status, double seconds, String message) {
        return new Outcome(item, status, "", Map.of(), 0, 0, 0, seconds, message, Map.of());
    }
}
