package io.github.neuralstyle.download;

import java.time.Duration;

/** Told several times a second how far a download is. */
@FunctionalInterface
public interface DownloadListener {

    /** Wants to know nothing and never stops. */
    DownloadListener NONE = state -> true;

    /** Returns whether to go on; if not, what has arrived is kept for the next time. */
    boolean update(State state);

    /** What is going on. */
    enum Phase {
        /** Another process, or thread, is at the same file. */
        WAITING_FOR_ANOTHER,
        /** No bytes come yet, or again. */
        CONNECTING,
        /** Bytes come. */
        RECEIVING
    }

    /**
     * Where a download stands.
     *
     * @param bytes that have arrived, also those of earlier times
     * @param total bytes of the file, or {@link RemoteFile#UNKNOWN}
     * @param bytesPerSecond over the last seconds
     * @param left the time that the rest will take; zero if it cannot be told
     */
    record State(Phase phase, long bytes, long total, double bytesPerSecond, Duration left) {

        /** How much is done, from 0 to 1; 0 if it cannot be told. */
        public double done() {
            return total <= 0 ? 0 : (double) bytes / total;
        }

        /** What is going on, for people. */
        public String text() {
            return switch (phase) {
                case WAITING_FOR_ANOTHER -> "waiting for another process that downloads the same file";
                case CONNECTING -> "connecting";
                case RECEIVING -> RemoteFile.megabytes(bytes) + ", " + RemoteFile.megabytes(bytesPerSecond) + "/s";
            };
        }
    }
}
