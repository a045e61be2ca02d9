package io.github.neuralstyle.engine.install;

import io.github.neuralstyle.util.Checksum;
import io.github.neuralstyle.util.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file {@code engine.sha256} in the folder of an engine: the checksums of all other files, as for
 * {@code sha256sum --check}, and as comments the name of the engine and the sizes. The build runs {@link #main}.
 */
public record EngineManifest(EngineName name, List<Entry> entries) {

    static final String FILE = "engine.sha256";

    private static final Pattern NAME = Pattern.compile("# engine (\\S+) (\\S+)"),
            SIZE = Pattern.compile("# (\\d{1,18}) bytes"),
            SUM = Pattern.compile("([0-9a-f]{64})  ([A-Za-z0-9_][A-Za-z0-9._-]*(?:/[A-Za-z0-9_][A-Za-z0-9._-]*)*)");

    /**
     * A file.
     *
     * @param path relative to the folder, its parts separated by slashes, none of them beginning with a dot
     * @param sha256 hexadecimal digits
     */
    record Entry(String path, long size, String sha256) {}

    /** Writes the manifest of a folder. @param arguments the folder, and TensorFlow's name of the platform */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        EngineManifest manifest = of(new EngineName(Release.version(), arguments[1]), folder);
        Files.writeString(folder.resolve(FILE), manifest.text());
    }

    /** Lists the files of a folder. @throws IOException if one cannot be read */
    static EngineManifest of(EngineName name, Path folder) throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (Path file : Folders.files(folder))
            if (!file.equals(folder.resolve(FILE)))
                entries.add(new Entry(Folders.relative(folder, file), Files.size(file), Checksum.sha256(file)));
        return new EngineManifest(name, entries);
    }

    /** Parses a manifest. @throws IllegalArgumentException if it is not one, or a path leads out of the folder */
    static EngineManifest parse(String text) {
        List<String> lines = text.lines().toList();
        Matcher name = NAME.matcher(lines.isEmpty() ? "" : lines.get(0));
        if (!name.matches() || lines.size() % 2 == 0)
            throw new IllegalArgumentException("The file " + FILE + " is not the list of an engine's files.");
        List<Entry> entries = new ArrayList<>();
        for (int i = 1; i < lines.size(); i += 2) {
            Matcher size = SIZE.matcher(lines.get(i)), sum = SUM.matcher(lines.get(i + 1));
            if (!size.matches() || !sum.matches())
                throw new IllegalArgumentException("The file " + FILE + " has a wrong line: "
                        + lines.get(i + 1).strip() + ".");
            entries.add(new Entry(sum.group(2), Long.parseLong(size.group(1)), sum.group(1)));
        }
        return new EngineManifest(new EngineName(name.group(1), name.group(2)), List.copyOf(entries));
    }

    /** Bytes of all files. */
    long size() {
        return entries.stream().mapToLong(Entry::size).sum();
    }

    /** What {@link #parse} reads. */
    String text() {
        StringBuilder text = new StringBuilder("# engine " + name.version() + " " + name.platform() + "\n");
        for (Entry entry : entries)
            text.append("# " + entry.size + " bytes\n" + entry.sha256 + "  " + entry.path + "\n");
        return text.toString();
    }
}
