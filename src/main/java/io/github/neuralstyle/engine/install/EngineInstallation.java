package io.github.neuralstyle.engine.install;

import io.github.neuralstyle.download.DownloadTarget;
import io.github.neuralstyle.engine.EngineException;
import io.github.neuralstyle.util.Folders;
import io.github.neuralstyle.util.ProgressListener;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;

/**
 * Puts an engine from a zip file into its place. It appears there whole and verified, or not at all; one that was there is
 * replaced, unless it is whole.
 */
public final class EngineInstallation {

    private static final String UNFINISHED = ".unfinished-", REMOVED = ".removed-";

    private EngineInstallation() {}

    /**
     * Installs the engine into the ImageJ that this program is in, or into the user's home if that cannot be written to. Of
     * two processes, or threads, that do so, the second waits and then finds it done.
     *
     * @param progress told from 0 to 1 how much is done, returns whether to go on
     * @throws EngineException if TensorFlow cannot run here, the zip file is not an engine of this version and platform, a file
     *         in it is damaged, or it cannot be written; then all is as it was
     * @throws CancellationException if it was not to go on; then all is as it was
     */
    public static EngineFolder run(Path zip, ProgressListener<Double> progress) {
        Platform.here().obstacle().ifPresent(obstacle -> {
            throw new EngineException(obstacle);
        });
        try (EngineZip engine = EngineZip.open(zip)) {
            String property = System.getProperty(EnginePlaces.PROPERTY);
            if (property != null && !property.isBlank())
                return install(engine, Path.of(property).toAbsolutePath(), progress);
            return install(
                    engine,
                    writable(EnginePlaces.toInstall())
                            .resolve(engine.manifest().name().toString()),
                    progress);
        } catch (ClosedByInterruptException | InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (IOException e) {
            throw new EngineException("The engine cannot be installed: " + reason(e), e);
        }
    }

    private static String reason(IOException e) {
        String message = e.getMessage();
        if (message != null && message.endsWith(".")) return message;
        String what = e instanceof FileSystemException failure
                ? "cannot write " + failure.getFile()
                        + (failure.getReason() == null ? "" : " (" + failure.getReason() + ")")
                : message;
        return what + "; make room or make the folder writable.";
    }

    /** The first folder that can be written to, made if absent; the last one if none can. */
    private static Path writable(List<Path> folders) throws IOException {
        for (Path folder : folders)
            try {
                Files.createDirectories(folder);
                Files.deleteIfExists(Files.createTempFile(folder, UNFINISHED, null));
                return folder;
            } catch (IOException readOnly) {
                continue;
            }
        return folders.get(folders.size() - 1);
    }

    private static EngineFolder install(EngineZip zip, Path target, ProgressListener<Double> progress)
            throws IOException, InterruptedException {
        try (DownloadTarget lock = DownloadTarget.lock(target, state -> progress.update(0.0))) {
            if (lock == null) throw new CancellationException();
            if (isWhole(target)) return EngineFolder.open(target);
            removeLeftovers(target.getParent());
            Path unfinished = target.resolveSibling(UNFINISHED + UUID.randomUUID());
            try {
                zip.unpack(unfinished, progress);
                replace(target, unfinished);
            } finally {
                Folders.delete(unfinished);
            }
            return EngineFolder.open(target);
        }
    }

    private static boolean isWhole(Path target) {
        try {
            EngineFolder.open(target).verify();
            return true;
        } catch (EngineException e) {
            return false;
        }
    }

    /** Of processes that were killed: nobody else is at work while the lock is held. */
    private static void removeLeftovers(Path parent) throws IOException {
        try (var leftovers = Files.newDirectoryStream(parent, "{" + UNFINISHED + "," + REMOVED + "}*")) {
            for (Path leftover : leftovers) Folders.delete(leftover);
        }
    }

    private static void replace(Path target, Path with) throws IOException {
        Path removed = target.resolveSibling(REMOVED + UUID.randomUUID());
        boolean old = Files.exists(target);
        try {
            if (old) Files.move(target, removed, StandardCopyOption.ATOMIC_MOVE);
            Files.move(with, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException e) {
            if (old && !Files.exists(target)) Files.move(removed, target, StandardCopyOption.ATOMIC_MOVE);
            throw new EngineException(
                    "The engine in " + target + " cannot be replaced, as it is in use or write-protected; choose "
                            + "stop in " + EngineFolder.MENU + " or close all ImageJs, and try again.",
                    e);
        }
        Folders.delete(removed);
    }
}
