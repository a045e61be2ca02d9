package io.github.neuralstyle.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** Finds image files, known by their extensions; hidden files are left out. */
final class ImageFinder {

    private static final Set<String> EXTENSIONS = Set.of("png", "jpg", "jpeg", "tif", "tiff", "bmp", "gif");

    private static final String SPECIAL = "*?[{\\";

    private ImageFinder() {}

    /** The images in a folder, but not in its subfolders, sorted. */
    static List<Path> in(Path folder) throws IOException {
        List<Path> found = find(folder, 1, path -> true);
        if (found.isEmpty())
            throw new IOException("Cannot find an image in the folder " + folder
                    + "; choose one that holds PNG, JPEG, TIFF, BMP or GIF images.");
        return found;
    }

    /**
     * The images that a pattern matches, sorted.
     *
     * @param pattern as {@code photos/*.jpg}, of {@link java.nio.file.FileSystem#getPathMatcher}; absolute or relative
     */
    static List<Path> matching(String pattern) throws IOException {
        String slashed = withSlashes(pattern, FileSystems.getDefault().getSeparator());
        int cut = folderLength(slashed);
        String relative = slashed.substring(cut);
        PathMatcher matcher = matcher(pattern, relative);
        Path folder = Path.of(slashed.substring(0, cut));
        List<Path> found = Files.isDirectory(folder)
                ? find(
                        folder,
                        relative.contains("**") ? Integer.MAX_VALUE : relative.split("/").length,
                        path -> matcher.matches(folder.relativize(path)))
                : List.of();
        if (found.isEmpty())
            throw new IOException("Cannot find an image that matches " + pattern
                    + "; give a folder, a pattern in quotes as \"photos/*.jpg\", or a CSV file.");
        return found;
    }

    /** In patterns a backslash would take away the meaning of what follows. */
    static String withSlashes(String pattern, String separator) {
        return pattern.replace(separator, "/");
    }

    /** How much of a pattern is a folder without special characters. */
    static int folderLength(String pattern) {
        int special = 0;
        while (special < pattern.length() && SPECIAL.indexOf(pattern.charAt(special)) < 0) special++;
        return pattern.lastIndexOf('/', special) + 1;
    }

    private static PathMatcher matcher(String pattern, String relative) {
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + relative);
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "input is " + pattern + "; it is no well-formed pattern: " + e.getDescription() + ".");
        }
    }

    private static List<Path> find(Path folder, int depth, Predicate<Path> wanted) throws IOException {
        try (Stream<Path> files = Files.walk(folder, depth)) {
            return files.filter(path -> isImage(path) && wanted.test(path))
                    .sorted(Comparator.comparing(Path::toString))
                    .toList();
        } catch (UncheckedIOException e) {
            throw new IOException(
                    "Cannot look for images in " + folder + ": " + e.getCause().getMessage() + ".", e);
        }
    }

    private static boolean isImage(Path path) {
        String name = path.getFileName().toString();
        return !name.startsWith(".") && EXTENSIONS.contains(extension(name)) && Files.isRegularFile(path);
    }

    /** In lower case, without the dot; empty if there is none. */
    static String extension(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
