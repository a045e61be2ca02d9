package io.github.neuralstyle.download;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What the bytes of a file digest to.
 *
 * @param hex lower case, all digits
 */
public record Checksum(Algorithm algorithm, String hex) {

    private static final int BUFFER = 1 << 16;

    /** The digests that publishers of weights give. */
    public enum Algorithm {
        MD5("MD5", 32),
        SHA256("SHA-256", 64);

        private final String java;
        private final int digits;

        Algorithm(String java, int digits) {
            this.java = java;
            this.digits = digits;
        }
    }

    /** Checks the digits. @throws IllegalArgumentException if they are not as many hexadecimal ones as the digest has */
    public Checksum {
        hex = hex.toLowerCase(Locale.ROOT);
        if (!hex.matches("[0-9a-f]{" + algorithm.digits + "}")) throw illegal(prefix(algorithm) + hex);
    }

    /**
     * Reads {@code md5:} and 32, or {@code sha256:} and 64 hexadecimal digits.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static Checksum parse(String text) {
        for (Algorithm algorithm : Algorithm.values())
            if (text.toLowerCase(Locale.ROOT).startsWith(prefix(algorithm)))
                return new Checksum(algorithm, text.substring(prefix(algorithm).length()));
        throw illegal(text);
    }

    private static IllegalArgumentException illegal(String text) {
        return new IllegalArgumentException(
                "checksum is " + text + "; it must be md5: and 32, or sha256: and 64 hexadecimal digits.");
    }

    /** That of a file. */
    public static Checksum of(Path file, Algorithm algorithm) throws IOException {
        MessageDigest digest = digest(algorithm);
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) digest.update(buffer, 0, n);
        }
        return new Checksum(algorithm, HexFormat.of().formatHex(digest.digest()));
    }

    /** Whether a file is what it should be. */
    public boolean matches(Path file) throws IOException {
        return of(file, algorithm).equals(this);
    }

    private static MessageDigest digest(Algorithm algorithm) {
        try {
            return MessageDigest.getInstance(algorithm.java);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String prefix(Algorithm algorithm) {
        return algorithm.name().toLowerCase(Locale.ROOT) + ":";
    }

    @Override
    public String toString() {
        return prefix(algorithm) + hex;
    }
}
