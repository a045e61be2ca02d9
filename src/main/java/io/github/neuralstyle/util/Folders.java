package io.github.neuralstyle.util;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders with everything in them. */
public final class Folders {

    private Folders() {}

    /** Why there is no file or folder to be found: it is absent, or a folder on the way to it may not be entered. */
    public static String absence(Path path, String kind) {
        return isHidden(path) ? "the permissions of a folder on the way forbid it" : "there is no such " + kind;
    }

    /** Whether permissions of a folder on the way do not let one know if there is such a file. */
    public static boolean isHidden(Path path) {
        return !Files.exists(path) && !Files.notExists(path);
    }

    /** Returns all regular files in a folder and its subfolders, sorted by path. */
    public static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Returns the path of a file relative to a folder, with slashes on every system. */
    public static String relative(Path folder, Path file) {
        return folder.relativize(file).toString().replace('\\', '/');
    }

    /** Moves all files to another folder, where they replace those of the same path. */
    public static void moveFiles(Path from, Path to) throws IOException {
        for (Path file : files(from)) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Deletes a folder if it exists. On Windows, files in use remain. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) return;
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.sorted(Comparator.reverseOrder())
                    .forEach(path -> path.toFile().delete());
        }
    }
}
