package io.github.neuralstyle.download;

import io.github.neuralstyle.util.Checksum;
import java.net.URI;
import java.util.Locale;

/**
 * A file somewhere else, and how to know that it has arrived whole.
 *
 * @param address https; http only of this very machine
 * @param checksum of the whole file; null if there is none
 * @param bytes how many it has, or {@link #UNKNOWN}
 * @param byHand what to do where no program gets through, as a phrase
 */
public record RemoteFile(URI address, Checksum checksum, long bytes, String byHand) {

    public static final long UNKNOWN = -1;

    /** The most bytes that are taken of a file of unknown size: seven times a VGG-19 with all its layers. */
    public static final long MOST = 4L << 30;

    /** Checks the address. @throws IllegalArgumentException if it is not one to download from */
    public RemoteFile {
        Addresses.check(address);
    }

    /** A file of weights. @throws IllegalArgumentException if the address is not one to download from */
    public RemoteFile(URI address, Checksum checksum, long bytes) {
        this(
                address,
                checksum,
                bytes,
                "download " + address + " in a browser and run neural-style model import " + fileName(address));
    }

    /** A file of weights of unknown size. @throws IllegalArgumentException if the address is not one to download from */
    public static RemoteFile at(String address, Checksum checksum) {
        return new RemoteFile(Addresses.parse(address), checksum, UNKNOWN);
    }

    /** Another file of unknown size. @throws IllegalArgumentException if the address is not one to download from */
    public static RemoteFile at(String address, Checksum checksum, String byHand) {
        return new RemoteFile(Addresses.parse(address), checksum, UNKNOWN, byHand);
    }

    /** The last part of the address, in letters that every file system takes. */
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

    /** The address, and the size if it is known, for people. */
    public String text() {
        return address + (bytes == UNKNOWN ? "" : " (" + megabytes(bytes) + ")");
    }

    static String megabytes(double bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
