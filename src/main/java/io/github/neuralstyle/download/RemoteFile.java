package io.github.neuralstyle.download;

import io.github.neuralstyle.util.Checksum;
import java.net.URI;
import java.util.Locale;

/**
 * A file on a server.
 *
 * @param address https; http only of this machine
 * @param checksum of the complete file; null if unknown
 * @param bytes its size, or {@link #UNKNOWN}
 * @param byHand what to do if the download fails, as a phrase
 */
public record RemoteFile(URI address, Checksum checksum, long bytes, String byHand) {

    public static final long UNKNOWN = -1;

    /** The maximum size of a file: seven times a VGG-19 with all its layers. */
    public static final long MAX_BYTES = 4L << 30;

    /** @throws IllegalArgumentException if the address is not allowed */
    public RemoteFile {
        Addresses.check(address);
    }

    /** A file of weights. @throws IllegalArgumentException if the address is not allowed */
    public RemoteFile(URI address, Checksum checksum, long bytes) {
        this(
                address,
                checksum,
                bytes,
                "download " + address + " in a browser and run neural-style model import " + fileName(address));
    }

    /** A file of weights of unknown size. @throws IllegalArgumentException if the address is not allowed */
    public static RemoteFile at(String address, Checksum checksum) {
        return new RemoteFile(Addresses.parse(address), checksum, UNKNOWN);
    }

    /** Another file of unknown size. @throws IllegalArgumentException if the address is not allowed */
    public static RemoteFile at(String address, Checksum checksum, String byHand) {
        return new RemoteFile(Addresses.parse(address), checksum, UNKNOWN, byHand);
    }

    /** The last part of the address, with only characters that every file system accepts. */
    public String fileName() {
        return fileName(address);
    }

    private static String fileName(URI address) {
        String path = address.getPath() == null ? "" : address.getPath();
        String name = path.substring(path.lastIndexOf('/') + 1)
                .replaceAll("[^A-Za-z0-9._-]", "_")
                .replaceAll("^\\.+", "");
        return name.isEmpty() ? "weights" : name;
    }

    /** The address, and the size if known. */
    public String text() {
        return address + (bytes == UNKNOWN ? "" : " (" + megabytes(bytes) + ")");
    }

    static String megabytes(double bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
