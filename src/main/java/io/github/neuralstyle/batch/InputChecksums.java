package io.github.neuralstyle.batch;

import io.github.neuralstyle.model.ModelStore;
import io.github.neuralstyle.util.Checksum;
import io.github.neuralstyle.util.Folders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** SHA-256 of what a picture is made from: the content, the labels of a variant, the styles in their order, and all files of the model. */
final class InputChecksums {

    private final Map<Path, String> ofFiles = new ConcurrentHashMap<>();

    /** Hexadecimal digits. @throws IOException if a file cannot be read */
    String of(BatchItem item) throws IOException {
        List<Path> files = new ArrayList<>(List.of(item.content()));
        if (item.variant() != null) files.add(item.variant().labels());
        files.addAll(item.styles());
        files.addAll(Folders.files(new ModelStore().folder(item.settings().model())));
        List<byte[]> sums = new ArrayList<>();
        for (Path file : files) sums.add(of(file).getBytes(StandardCharsets.US_ASCII));
        return Checksum.sha256(sums);
    }

    private String of(Path file) throws IOException {
        String known = ofFiles.get(file);
        if (known != null) return known;
        String found = Checksum.sha256(file);
        ofFiles.put(file, found);
        return found;
    }
}
