package io.github.neuralstyle.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.neuralstyle.Settings;
import io.github.neuralstyle.TestPictures;
import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.image.Images;
import io.github.neuralstyle.image.Pixels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Image files for batches and what comes out of these. */
public final class BatchFiles {

    private BatchFiles() {}

    /** Waves that differ by the name. */
    public static Path image(Path folder, String name) throws IOException {
        Pixels waves = TestPictures.waves(64, 48, name.hashCode());
        Files.createDirectories(folder);
        Path file = folder.resolve(name);
        ImageFiles.write(Images.fromPixels(waves.values(), waves.width(), waves.height()), file);
        return file;
    }

    /** The bytes of all pictures in a folder, in hexadecimal digits, by their names. */
    public static Map<String, String> pictures(Path folder) throws IOException {
        Map<String, String> pictures = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> !path.endsWith(Manifest.FILE)).toList())
                pictures.put(file.getFileName().toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
        }
        return pictures;
    }

    /** The rows of a folder's manifest by their output. */
    public static Map<String, Map<String, String>> manifest(Path folder) throws IOException {
        Map<String, Map<String, String>> rows = new TreeMap<>();
        for (CsvTable.Row row : CsvTable.read(folder.resolve(Manifest.FILE)).rows())
            rows.put(row.cells().get("output"), row.cells());
        return rows;
    }

    /** The pictures to make of an input of which nothing is left out. */
    static List<BatchItem> items(String input, List<Path> styles, Path folder, Settings settings, String extension)
            throws IOException {
        List<String> notes = new ArrayList<>();
        List<BatchItem> items = BatchInput.items(input, styles, folder, settings, extension, notes::add);
        assertEquals(List.of(), notes);
        return items;
    }
}
