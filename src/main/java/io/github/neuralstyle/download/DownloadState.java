package io.github.neuralstyle.download;

import java.time.Duration;

/**
 * The state of a download, reported several times a second. If its listener stops it, the received bytes are kept for the
 * next attempt.
 *
 * @param bytes received so far, including those of earlier attempts
 * @param total bytes of the file, or {@link RemoteFile#UNKNOWN}
 * @param bytesPerSecond over the last seconds
 * @param left the estimated time left; zero if unknown
 */
public record DownloadState(Phase phase, long bytes, long total, double bytesPerSecond, Duration left) {

    /** What is going on. */
    public enum Phase {
        /** Another process or thread downloads the same file. */
        WAITING_FOR_ANOTHER,
        /** No bytes have arrived yet, or since the connection was lost. */
        CONNECTING,
        /** Bytes arrive. */
        RECEIVING
    }

    /** The completed part, from 0 to 1; 0 if unknown. */
    public double done() {
        return total <= 0 ? 0 : (double) bytes / total;
    }

    /** What is going on, for the user. */
    public String text() {
        return switch (phase) {
            case WAITING_FOR_ANOTHER -> "waiting for another process that downloads the same file";
            case CONNECTING -> "connecting";
            case RECEIVING -> RemoteFile.megabytes(bytes) + ", " + RemoteFile.megabytes(bytesPerSecond) + "/s";
        };
    }

    /** {@link #text} and the time left, if known. */
    public String textWithTimeLeft() {
        return text() + (left.isZero() ? "" : ", " + left.toSeconds() + " s left");
    }
}
