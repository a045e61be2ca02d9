package io.github.neuralstyle.engine.install;

import io.github.neuralstyle.download.Checksum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The file {@code engine.sha256} of an engine's folder: a list of all other files that {@code sha256sum --check} reads, with
 * their sizes, and the engine's name, in comments.
 */
record EngineManifest(EngineName name, List<Entry> entries) {

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

    /** Lists the files of a folder. @throws IOException if one cannot be read */
    static EngineManifest of(EngineName name, Path folder) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList())
                if (!file.equals(folder.resolve(FILE)))
                    entries.add(new Entry(
                            folder.relativize(file).toString().replace('\\', '/'),
                            Files.size(file),
                            Checksum.of(file, Checksum.Algorithm.SHA256).hex()));
        }
        return new EngineManifest(name, entries);
    }

    /** Reads such a file. @throws IllegalArgumentException if it is none, or a path in it leads elsewhere */
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
            text.append("# ")
                    .append(entry.size)
                    .append(" bytes\n")
                    .append(entry.sha256)
                    .append("  ")
                    .append(entry.path)
                    .append('\n');
        return text.toString();
    }
}
