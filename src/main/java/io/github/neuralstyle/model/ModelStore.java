package io.github.neuralstyle.model;

import io.github.neuralstyle.util.Checksum;
import io.github.neuralstyle.util.OutputFile;
import io.github.neuralstyle.util.UserFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The networks that have a name. Those in the jar are unpacked on first use to a folder of the user; the folder's name
 * contains a checksum, so that versions do not mix. The networks that the user installed are beside it.
 */
public final class ModelStore {

    public static final List<String> EMBEDDED = List.of("compact-vgg");

    private static final List<String> FILES = List.of(
            "saved_model.pb",
            "variables/variables.index",
            "variables/variables.data-00000-of-00001",
            "known-answers.properties");

    private static final String FOLDER = "models";

    /** The bytes of a network as wide as the embedded one, in single precision. */
    private static final double WEIGHTS = 2.5e6;

    private final Path folder;

    private final Supplier<Path> otherFolder;

    /**
     * A store in the folder {@code .neural-style/models} of the user's home. Where that cannot be written to, the embedded
     * networks are unpacked to the temporary folder.
     */
    public ModelStore() {
        this(UserFolder.home().orElseGet(UserFolder::temporary).resolve(FOLDER), () -> UserFolder.temporary()
                .resolve(FOLDER));
    }

    /** A store in a folder, made when needed. */
    public ModelStore(Path folder) {
        this(folder, () -> folder);
    }

    private ModelStore(Path folder, Supplier<Path> otherFolder) {
        this.folder = folder;
        this.otherFolder = otherFolder;
    }

    /** All names that {@link #load} accepts. */
    public List<String> names() {
        return Stream.concat(EMBEDDED.stream(), installed().names().stream()).toList();
    }

    /** The networks that the user installed. */
    public InstalledModels installed() {
        return new InstalledModels(folder);
    }

    /** The same model for a process with another working directory: folders become absolute, names stay. */
    public String absolute(String nameOrFolder) {
        return absolute(nameOrFolder, Path.of(""));
    }

    /**
     * The same model with an absolute folder. A name comes before a folder that is called the same, here and in
     * {@link #folder}; {@code ./name} is always the folder.
     *
     * @param base where relative folders begin
     */
    public String absolute(String nameOrFolder, Path base) {
        if (nameOrFolder.isBlank() || names().contains(nameOrFolder)) return nameOrFolder;
        try {
            Path model = base.resolve(nameOrFolder);
            return Files.isDirectory(model) ? model.toAbsolutePath().toString() : nameOrFolder;
        } catch (InvalidPathException e) {
            return nameOrFolder;
        }
    }

    /** The folder of a network's SavedModel. @throws IllegalArgumentException if {@link #load} does */
    public Path folder(String nameOrFolder) {
        check(nameOrFolder);
        if (EMBEDDED.contains(nameOrFolder)) return unpack(nameOrFolder);
        return installed().contains(nameOrFolder) ? installed().folder(nameOrFolder) : Path.of(nameOrFolder);
    }

    /** Looks for a network without loading it. @throws IllegalArgumentException if there is neither a name nor a folder */
    public void check(String nameOrFolder) {
        if (!names().contains(nameOrFolder) && !isFolder(nameOrFolder))
            throw new IllegalArgumentException("model is " + nameOrFolder + "; it must be " + String.join(", ", names())
                    + " or the folder of a TensorFlow SavedModel.");
    }

    /**
     * Loads a network.
     *
     * @param nameOrFolder one of {@link #names}, or the folder of a SavedModel
     * @throws IllegalArgumentException if it is neither
     * @throws UncheckedIOException if it cannot be unpacked
     */
    public FeatureModel load(String nameOrFolder) {
        Path model = folder(nameOrFolder);
        return names().contains(nameOrFolder) ? FeatureModel.load(nameOrFolder, model) : FeatureModel.load(model);
    }

    /**
     * About how many times as many channels a network has as the embedded one: the root of the ratio of their weights.
     *
     * @return 1 if it is not there
     */
    public double width(String nameOrFolder) {
        if (EMBEDDED.contains(nameOrFolder)) return 1;
        try (Stream<Path> files = Files.walk(folder(nameOrFolder))) {
            return Math.max(
                    1, Math.sqrt(files.mapToLong(file -> file.toFile().length()).sum() / WEIGHTS));
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            return 1;
        }
    }

    private static boolean isFolder(String text) {
        try {
            return !text.isBlank() && Files.isDirectory(Path.of(text));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Returns the folder of an embedded network after replacing every file in it that is missing or differs. */
    Path unpack(String name) {
        try {
            return unpack(name, folder);
        } catch (IOException e) {
            Path other = otherFolder.get();
            try {
                return unpack(name, other);
            } catch (IOException again) {
                again.addSuppressed(e);
                throw new UncheckedIOException(
                        "Cannot unpack the model " + name + " to " + other + ": " + again.getMessage()
                                + "; make room or make the folder writable.",
                        again);
            }
        }
    }

    private static Path unpack(String name, Path folder) throws IOException {
        Map<String, byte[]> files = embedded(name);
        Path target =
                folder.resolve(name + "-" + Checksum.sha256(files.values()).substring(0, 16));
        for (Map.Entry<String, byte[]> file : files.entrySet())
            OutputFile.keep(target.resolve(file.getKey()), file.getValue());
        return target;
    }

    private static Map<String, byte[]> embedded(String name) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String file : FILES)
            try (InputStream in = ModelStore.class.getResourceAsStream("/models/" + name + "/" + file)) {
                if (in == null) throw new IOException("the file " + file + " is not in this program's jar");
                files.put(file, in.readAllBytes());
            }
        return files;
    }
}
