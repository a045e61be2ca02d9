package io.github.neuralstyle.batch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** SHA-256 of what a picture is made from: the content, the styles in their order, and the model if that is a folder. */
final class InputChecksums {

    private final Map<Path, String> ofFiles = new ConcurrentHashMap<>();

    /** Hexadecimal digits. @throws IOException if a file cannot be read */
    String of(BatchItem item) throws IOException {
        List<Path> files = new ArrayList<>(List.of(item.content()));
        files.addAll(item.styles());
        Path model = Path.of(item.settings().model());
        if (Files.isDirectory(model))
            try (Stream<Path> parts = Files.walk(model)) {
                parts.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        MessageDigest digest = sha256();
        for (Path file : files) digest.update(of(file).getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(digest.digest());
    }

    private String of(Path file) throws IOException {
        String known = ofFiles.get(file);
        if (known != null) return known;
        MessageDigest digest = sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        String found = HexFormat.of().formatHex(digest.digest());
        ofFiles.put(file, found);
        return found;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
