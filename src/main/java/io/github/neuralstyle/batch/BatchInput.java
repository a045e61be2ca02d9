package io.github.neuralstyle.batch;

import io.github.neuralstyle.Settings;
import io.github.neuralstyle.util.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** The pictures of a batch, from what a user calls its input. */
public final class BatchInput {

    private BatchInput() {}

    /**
     * The pictures to make. Names of outputs that are not given are those of the contents; contents that differ by their
     * extension only get it as a part of the name.
     *
     * @param input a folder, whose images are taken but not those of its subfolders; an image file; a pattern as
     *          {@code photos/*.jpg}; or a CSV file with the columns {@code content}, {@code style}, {@code output} and the
     *          names of settings, of which all but the first may be absent or blank
     * @param styles for all pictures but those whose list has others; may be empty if all have
     * @param folder for the pictures; need not exist
     * @param settings for all pictures, except where a list has others
     * @param extension of outputs that are not given in a list: png, jpg, tif or bmp
     * @param notes receives a sentence for each folder and link that was left out because it cannot be read
     * @throws IOException if there is no image, a list is wrong, or a picture would replace an input
     * @throws IllegalArgumentException if there is no style, or a pattern is not well-formed
     */
    public static List<BatchItem> items(
            String input, List<Path> styles, Path folder, Settings settings, String extension, Consumer<String> notes)
            throws IOException {
        if (isList(input)) return Outputs.assign(list(Path.of(input), styles, folder, settings), folder, extension);
        return of(contents(input, notes), styles, folder, settings, extension);
    }

    /** The same without notes. */
    public static List<BatchItem> items(
            String input, List<Path> styles, Path folder, Settings settings, String extension) throws IOException {
        return items(input, styles, folder, settings, extension, note -> {});
    }

    /**
     * The same for a folder, whatever its name.
     *
     * @throws IOException if there is no image in it, or it is also that of the outputs
     */
    public static List<BatchItem> folder(
            Path input, List<Path> styles, Path folder, Settings settings, String extension, Consumer<String> notes)
            throws IOException {
        if (!Files.isDirectory(input))
            throw new IOException("Cannot find images in " + input + ": " + Folders.absence(input, "folder") + ".");
        return of(ImageFinder.in(input, notes), styles, folder, settings, extension);
    }

    private static List<BatchItem> of(
            List<Path> contents, List<Path> styles, Path folder, Settings settings, String extension)
            throws IOException {
        if (styles.isEmpty()) throw new IllegalArgumentException("style is missing; give at least one.");
        for (Path content : contents)
            if (Outputs.real(content.toAbsolutePath().getParent()).equals(Outputs.real(folder)))
                throw new IOException(
                        "Cannot write to the folder " + folder + ": it is that of the input; choose another output.");
        return Outputs.assign(
                contents.stream()
                        .map(content -> new BatchItem(content, styles, null, settings))
                        .toList(),
                folder,
                extension);
    }

    /** Whether an input is a CSV file by its name, which brings styles and settings along. */
    public static boolean isList(String input) {
        Path path = path(input);
        return ImageFinder.extension(input).equals("csv") && (path == null || !Files.isDirectory(path));
    }

    private static List<BatchItem> list(Path list, List<Path> styles, Path folder, Settings settings)
            throws IOException {
        if (!Files.isRegularFile(list))
            throw new IOException("Cannot read the list " + list + ": " + Folders.absence(list, "file") + ".");
        if (!Files.isReadable(list))
            throw new IOException("Cannot read the list " + list + ": its permissions forbid it.");
        if (Outputs.real(list).equals(Outputs.real(folder.resolve(Manifest.FILE))))
            throw new IOException("Cannot use the list " + list
                    + ": it would be replaced by the manifest; copy it or choose another output.");
        return BatchList.read(list, styles, settings);
    }

    private static List<Path> contents(String input, Consumer<String> notes) throws IOException {
        Path path = path(input);
        if (path != null && Files.isDirectory(path)) return ImageFinder.in(path, notes);
        return path != null && Files.isRegularFile(path) ? List.of(path) : ImageFinder.matching(input, notes);
    }

    private static Path path(String input) {
        try {
            return Path.of(input);
        } catch (InvalidPathException pattern) {
            return null;
        }
    }
}
