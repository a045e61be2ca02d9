package io.github.neuralstyle.engine.install;

import io.github.neuralstyle.download.Download;
import io.github.neuralstyle.download.DownloadState;
import io.github.neuralstyle.download.DownloadTarget;
import io.github.neuralstyle.download.RemoteFile;
import io.github.neuralstyle.download.RetryPolicy;
import io.github.neuralstyle.engine.EngineException;
import io.github.neuralstyle.model.install.ModelInstallation;
import io.github.neuralstyle.util.Checksum;
import io.github.neuralstyle.util.Folders;
import io.github.neuralstyle.util.ProgressListener;
import io.github.neuralstyle.util.UserFolder;
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
 * Installs an engine from a zip file or an address. The engine's folder appears complete and verified, or not at all; a
 * complete one is kept, a damaged one replaced.
 */
public final class EngineInstallation {

    private static final String UNFINISHED = ".unfinished-", REMOVED = ".removed-";

    private EngineInstallation() {}

    /**
     * Installs the engine in the ImageJ that this program is in, or in the user's home if that is write-protected. Of two
     * processes or threads that install, the second waits for the first. If it fails, nothing is changed.
     *
     * @param progress from 0 to 1
     * @throws EngineException if TensorFlow cannot run here, the zip file is not an engine of this version and platform, a
     *         file in it is damaged, or it cannot be written
     * @throws CancellationException if the listener stopped it
     */
    public static EngineFolder run(Path zip, ProgressListener<Double> progress) {
        Platform.here().obstacle().ifPresent(obstacle -> {
            throw new EngineException(obstacle);
        });
        try (EngineZip engine = EngineZip.open(zip)) {
            String property = System.getProperty(EngineLocations.PROPERTY);
            if (property != null && !property.isBlank())
                return install(engine, Path.of(property).toAbsolutePath(), progress);
            return install(
                    engine,
                    writable(EngineLocations.toInstall())
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

    /** The first folder that can be written to, created if absent; the last one if none can. */
    private static Path writable(List<Path> folders) {
        return folders.stream().filter(UserFolder::isWritable).findFirst().orElse(folders.get(folders.size() - 1));
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

    /** Removes the folders of killed processes. While the lock is held, no other process installs. */
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

    /** Which engine this computer needs, or why there is none for it; a sentence. */
    public static String needed() {
        return Platform.here()
                .obstacle()
                .orElseGet(() -> "The engine for this computer is " + EngineName.usual() + ".zip.");
    }

    /** The address of the engine for this platform, as set by the build; empty if it has none. */
    public static String address() {
        return address(Release.site());
    }

    static String address(String site) {
        return site.isEmpty() ? "" : site + (site.endsWith("/") ? "" : "/") + EngineName.usual() + ".zip";
    }

    /**
     * Downloads the zip file of an engine, unless it is there already, and installs it. Received bytes are kept until the
     * engine is installed.
     *
     * @param checksum as {@code sha256:...}; empty for the one in {@code ADDRESS.sha256}
     * @param listener of the download
     * @param progress of the installation, from 0 to 1
     * @throws IllegalArgumentException if the address or the checksum is not valid
     * @throws IOException if the file cannot be downloaded or written
     * @throws EngineException if {@link #run} refuses it
     * @throws CancellationException if a listener stopped it
     */
    public static EngineFolder download(
            String address,
            String checksum,
            ProgressListener<DownloadState> listener,
            ProgressListener<Double> progress)
            throws IOException {
        Checksum sum = checksum.isBlank()
                ? wanted(Download.checksum(address, RetryPolicy.USUAL, listener))
                : Checksum.parse(checksum);
        RemoteFile file =
                RemoteFile.at(address, sum, "download it in a browser and give the file to " + EngineFolder.MENU);
        try (DownloadTarget target =
                wanted(DownloadTarget.lock(ModelInstallation.folder().resolve(file.fileName()), listener))) {
            if (!Download.run(file, target, RetryPolicy.USUAL, listener)) throw new CancellationException();
            EngineFolder engine = run(target.file(), progress);
            Files.deleteIfExists(target.file());
            return engine;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    private static <T> T wanted(T valueOrNull) {
        if (valueOrNull == null) throw new CancellationException();
        return valueOrNull;
    }
}
