package io.github.neuralstyle.model.download;

import java.net.URI;
import java.util.Locale;

/**
 * A file somewhere else, and how to know that it has arrived whole.
 *
 * @param address https; http only of this very machine
 * @param checksum of the whole file
 * @param bytes how many it has, or {@link #UNKNOWN}
 */
public record RemoteFile(URI address, Checksum checksum, long bytes) {

	public static final long UNKNOWN = -1;

	/** The most bytes that are taken of a file of unknown size: seven times a VGG-19 with all its layers. */
	public static final long MOST = 4L << 30;

	/** Checks the address. @throws IllegalArgumentException if it is not one to download from */
	public RemoteFile {
		Addresses.check(address);
	}

	/** A file of unknown size. @throws IllegalArgumentException if the address is not one to download from */
	public static RemoteFile at(String address, Checksum checksum) {
		return new RemoteFile(Addresses.parse(address), checksum, UNKNOWN);
	}

	/** The last part of the address, in letters that every file system takes. */
	public String fileName() {
		String path = address.getPath() == null ? "" : address.getPath();
		String name = path.substring(path.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._-]", "_").replaceAll("^\\.+", "");
		return name.isEmpty() ? "weights" : name;
	}

	/** The address, and the size if it is known, for people. */
	public String text() {
		return address + (bytes == UNKNOWN ? "" : " (" + megabytes(bytes) + ")");
	}

	static String megabytes(double bytes) {
		return String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
	}

	/** What to do by hand where no program gets through. */
	String byHand() {
		return "download " + address + " in a browser and run neural-style model import " + fileName();
	}
}
