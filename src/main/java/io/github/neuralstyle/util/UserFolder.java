package io.github.neuralstyle.util;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The folder of this program that belongs to the user: {@code .neural-style} in the home folder or, if there is no home
 * folder or it cannot be written to, a folder in the system's temporary folder that only the user can read.
 */
public final class UserFolder {

    private static final String NAME = ".neural-style", TEMPORARY = "neural-style-";

    private static Path temporary;

    private UserFolder() {}

    /**
     * Returns the folder in the home folder, which need not exist; empty if Java knows no home folder. A user without an
     * entry in the system's list of users has none.
     */
    public static Optional<Path> home() {
        String home = System.getProperty("user.home", "");
        Path folder = home.isBlank() ? Path.of("") : Path.of(home);
        return folder.isAbsolute() ? Optional.of(folder.resolve(NAME)) : Optional.empty();
    }

    /**
     * Returns a folder that exists and can be written to.
     *
     * @throws UncheckedIOException if neither the home folder nor the temporary folder can be written to
     */
    public static Path writable() {
        return home().filter(UserFolder::isWritable).orElseGet(UserFolder::temporary);
    }

    /** Whether a folder exists or can be created, and files can be created in it; tried out. */
    public static boolean isWritable(Path folder) {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".writable-", null));
            return true;
        } catch (IOException | SecurityException e) {
            return false;
        }
    }

    /**
     * Returns the user's folder in the temporary folder, which is created if absent and is the same for all processes of
     * the user.
     *
     * @throws UncheckedIOException if it cannot be created
     */
    public static synchronized Path temporary() {
        Path parent = Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath();
        if (temporary != null && temporary.getParent().equals(parent) && Files.isDirectory(temporary)) return temporary;
        try {
            // Only the user can read what createTempDirectory makes
            Path fresh = Files.createTempDirectory(parent, TEMPORARY);
            temporary = shared(fresh, parent.resolve(TEMPORARY + owner(fresh)));
            return temporary;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot create a folder in " + parent
                            + "; make room or make it writable, or choose another by the system property java.io.tmpdir.",
                    e);
        }
    }

    private static Path shared(Path fresh, Path wanted) throws IOException {
        if (Files.notExists(wanted, LinkOption.NOFOLLOW_LINKS))
            try {
                return Files.move(fresh, wanted);
            } catch (IOException another) {
                // Another process has just made it.
            }
        if (!isOwn(wanted, fresh)) return fresh;
        Files.delete(fresh);
        return wanted;
    }

    /** Others could have made a folder of this name, to have their files used. */
    private static boolean isOwn(Path folder, Path own) throws IOException {
        return Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                && owner(folder).equals(owner(own))
                && (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                        || Files.getPosixFilePermissions(folder).equals(Files.getPosixFilePermissions(own)));
    }

    private static String owner(Path folder) throws IOException {
        return folder.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? Files.getAttribute(folder, "unix:uid").toString()
                : System.getProperty("user.name");
    }
}
