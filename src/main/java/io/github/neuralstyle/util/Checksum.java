package io.github.neuralstyle.util;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.LongPredicate;

/**
 * A checksum of a file or of bytes.
 *
 * @param hex hexadecimal digits, lower case, as many as the algorithm has
 */
public record Checksum(Algorithm algorithm, String hex) {

    private static final int BUFFER = 1 << 16;

    /** The algorithms that publishers of weights use. */
    public enum Algorithm {
        MD5("MD5", 32),
        SHA256("SHA-256", 64);

        private final String java;
        private final int digits;

        Algorithm(String java, int digits) {
            this.java = java;
            this.digits = digits;
        }

        private String prefix() {
            return name().toLowerCase(Locale.ROOT) + ":";
        }

        private MessageDigest digest() {
            try {
                return MessageDigest.getInstance(java);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** @throws IllegalArgumentException if the digits are not hexadecimal or of another number than the algorithm has */
    public Checksum {
        hex = hex.toLowerCase(Locale.ROOT);
        if (!hex.matches("[0-9a-f]{" + algorithm.digits + "}")) throw illegal(algorithm.prefix() + hex);
    }

    /**
     * Reads {@code md5:} and 32, or {@code sha256:} and 64 hexadecimal digits.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static Checksum parse(String text) {
        for (Algorithm algorithm : Algorithm.values())
            if (text.toLowerCase(Locale.ROOT).startsWith(algorithm.prefix()))
                return new Checksum(algorithm, text.substring(algorithm.prefix().length()));
        throw illegal(text);
    }

    private static IllegalArgumentException illegal(String text) {
        return new IllegalArgumentException(
                "checksum is " + text + "; it must be md5: and 32, or sha256: and 64 hexadecimal digits.");
    }

    /** The checksum of a file. */
    public static Checksum of(Path file, Algorithm algorithm) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return copy(in, OutputStream.nullOutputStream(), algorithm, count -> true);
        }
    }

    /** The SHA-256 of a file, as hexadecimal digits. An interruption of the thread ends it with an exception. */
    public static String sha256(Path file) throws IOException {
        return of(file, Algorithm.SHA256).hex;
    }

    /** The SHA-256 of all parts one after the other, as hexadecimal digits. */
    public static String sha256(Collection<byte[]> parts) {
        MessageDigest digest = Algorithm.SHA256.digest();
        parts.forEach(digest::update);
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The SHA-256 of all files of a folder, as hexadecimal digits. */
    public static String sha256OfFolder(Path folder) throws IOException {
        List<byte[]> sums = new ArrayList<>();
        for (Path file : Folders.files(folder)) sums.add(sha256(file).getBytes(StandardCharsets.US_ASCII));
        return sha256(sums);
    }

    /**
     * Copies a stream to its end.
     *
     * @param progress takes the number of bytes copied so far, returns whether to continue
     * @return the SHA-256 of the copied bytes, as hexadecimal digits
     * @throws CancellationException if {@code progress} returned false
     */
    public static String copy(InputStream in, OutputStream out, LongPredicate progress) throws IOException {
        return copy(in, out, Algorithm.SHA256, progress).hex;
    }

    private static Checksum copy(InputStream in, OutputStream out, Algorithm algorithm, LongPredicate progress)
            throws IOException {
        MessageDigest digest = algorithm.digest();
        byte[] buffer = new byte[BUFFER];
        long done = 0;
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            if (!progress.test(done)) throw new CancellationException();
            digest.update(buffer, 0, count);
            out.write(buffer, 0, count);
            done += count;
        }
        return new Checksum(algorithm, HexFormat.of().formatHex(digest.digest()));
    }

    /** Whether a file has this checksum. */
    public boolean matches(Path file) throws IOException {
        return of(file, algorithm).equals(this);
    }

    @Override
    public String toString() {
        return algorithm.prefix() + hex;
    }
}
