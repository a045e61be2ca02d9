package io.github.neuralstyle.batch;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;

/** Finds image files, known by their extensions; hidden files are left out. What cannot be read is noted. */
final class ImageFinder {

    private static final Set<String> EXTENSIONS = Set.of("png", "jpg", "jpeg", "tif", "tiff", "bmp", "gif");

    private static final String SPECIAL = "*?[{\\";

    private final Path start;
    private final Predicate<Path> wanted;
    private final Consumer<String> notes;
    private final List<Path> found = new ArrayList<>();

    private ImageFinder(Path start, Predicate<Path> wanted, Consumer<String> notes) {
        this.start = start;
        this.wanted = wanted;
        this.notes = notes;
    }

    /** The images in a folder, but not in its subfolders, sorted. */
    static List<Path> in(Path folder, Consumer<String> notes) throws IOException {
        List<Path> found = new ImageFinder(folder, path -> true, notes).find(1);
        if (found.isEmpty())
            throw new IOException("Cannot find an image in the folder " + folder
                    + "; choose one that holds PNG, JPEG, TIFF, BMP or GIF images.");
        return found;
    }

    /**
     * The images that a pattern matches, sorted.
     *
     * @param pattern as {@code photos/*.jpg}, of {@link java.nio.file.FileSystem#getPathMatcher}; absolute or relative
     * @param notes receives a sentence for each folder and link that was left out because it cannot be read
     */
    static List<Path> matching(String pattern, Consumer<String> notes) throws IOException {
        String slashed = withSlashes(pattern, FileSystems.getDefault().getSeparator());
        int cut = folderLength(slashed);
        String relative = slashed.substring(cut);
        PathMatcher matcher = matcher(pattern, relative);
        Path folder = Path.of(slashed.substring(0, cut));
        List<Path> found = Files.isDirectory(folder)
                ? new ImageFinder(folder, path -> matcher.matches(folder.relativize(path)), notes)
                        .find(relative.contains("**") ? Integer.MAX_VALUE : relative.split("/").length)
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

    private List<Path> find(int depth) throws IOException {
        try {
            Files.walkFileTree(start, Set.of(), depth, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (isImage(file) && wanted.test(file)) add(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                    return leaveOut(file, e);
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, IOException e) throws IOException {
                    return e == null ? FileVisitResult.CONTINUE : leaveOut(folder, e);
                }
            });
        } catch (IOException e) {
            throw new IOException("Cannot look for images in " + start + ": " + reason(e) + ".", e);
        }
        found.sort(Comparator.comparing(Path::toString));
        return found;
    }

    private void add(Path file) {
        if (Files.isRegularFile(file)) found.add(file);
        else if (Files.isSymbolicLink(file) && Files.notExists(file))
            notes.accept("Cannot read " + file + ": it is a link to a file that does not exist.");
    }

    private FileVisitResult leaveOut(Path path, IOException e) throws IOException {
        if (path.equals(start)) throw e;
        notes.accept("Cannot look for images in " + path + ": " + reason(e) + ".");
        return FileVisitResult.CONTINUE;
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) return "its permissions forbid it";
        return e instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : e.getMessage();
    }

    private static boolean isImage(Path path) {
        String name = path.getFileName().toString();
        return !name.startsWith(".") && EXTENSIONS.contains(extension(name));
    }

    /** In lower case, without the dot; empty if there is none. */
    static String extension(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
