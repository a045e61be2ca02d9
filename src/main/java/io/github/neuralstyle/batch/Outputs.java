package io.github.neuralstyle.batch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Gives each picture a file of its own that is none of the inputs. */
final class Outputs {

    /** Java's for a byte of a name that is no letter in the locale's character set, which no name can be made with. */
    private static final char UNKNOWN = '\uFFFD';

    private final Set<String> taken = new HashSet<>();
    private final Path folder;

    private Outputs(Path folder) {
        this.folder = folder;
    }

    /**
     * Completes the outputs: relative ones lie in the folder; those that are null are named after the content, with its
     * extension too where several contents have the same name without it.
     *
     * @throws IOException if two pictures would be one file, or one would replace an input
     */
    static List<BatchItem> assign(List<BatchItem> items, Path folder, String extension) throws IOException {
        Outputs outputs = new Outputs(folder);
        for (BatchItem item : items)
            if (item.output() != null && !outputs.take(folder.resolve(item.output())))
                throw new IOException(
                        "Two pictures have the output " + item.output() + "; give each a name of its own.");
        Map<String, Long> alike = items.stream()
                .filter(item -> item.output() == null)
                .collect(Collectors.groupingBy(item -> key(base(item.content())), Collectors.counting()));
        Set<Path> inputs = new HashSet<>();
        for (BatchItem item : items) {
            inputs.add(real(item.content()));
            item.styles().forEach(style -> inputs.add(real(style)));
            if (item.variant() != null) inputs.add(real(item.variant().labels()));
        }
        List<BatchItem> assigned = new ArrayList<>();
        for (BatchItem item : items) {
            Path output = item.output() != null
                    ? folder.resolve(item.output()).normalize()
                    : outputs.name(item.content(), alike.get(key(base(item.content()))) > 1, extension);
            if (inputs.contains(real(output))
                    || item.variant() != null
                            && inputs.contains(real(item.variant().output())))
                throw new IOException("Cannot write " + output + ": it is an input; choose another output.");
            assigned.add(new BatchItem(item.content(), item.styles(), output, item.settings(), item.variant()));
        }
        return assigned;
    }

    private Path name(Path content, boolean shared, String extension) {
        String name = base(content).replace(UNKNOWN, '_')
                + (shared ? "_" + ImageFinder.extension(content.getFileName().toString()) : "");
        Path output = folder.resolve(name + "." + extension);
        for (int i = 2; !take(output); i++) output = folder.resolve(name + "_" + i + "." + extension);
        return output;
    }

    /** Some file systems do not distinguish upper from lower case. */
    private boolean take(Path output) {
        return taken.add(key(output.toAbsolutePath().normalize().toString()));
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static String base(Path content) {
        String name = content.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** A file that has one name only, whatever links lead to it. */
    static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException absent) {
            return file.toAbsolutePath().normalize();
        }
    }
}
