package io.github.neuralstyle.model.install;

import io.github.neuralstyle.download.Download;
import io.github.neuralstyle.download.DownloadState;
import io.github.neuralstyle.download.DownloadTarget;
import io.github.neuralstyle.download.RemoteFile;
import io.github.neuralstyle.download.RetryPolicy;
import io.github.neuralstyle.util.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

/** Downloads a file of weights, makes an installed network of it, and deletes it. */
public final class ModelInstallation {

    /** How it ended. */
    public enum Outcome {
        /** The network is installed. */
        INSTALLED,
        /** It already was; nothing was downloaded. */
        WAS_INSTALLED,
        /** By the listener or an interruption of the thread; the next time goes on from there. */
        STOPPED
    }

    private ModelInstallation() {}

    /** The user's folder for files until they are imported. */
    public static Path folder() {
        return Path.of(System.getProperty("user.home"), ".neural-style", "downloads");
    }

    /**
     * Installs a network. Of two processes, or threads, that install the same file, the second waits and then finds it
     * done.
     *
     * @param terms authors, licence and citation; the importer is told them with the address
     * @param downloads the folder for the file until it is imported; made if absent
     * @throws IOException if the file cannot be had, written or imported; one that was had stays for the next time
     */
    public static Outcome run(
            String name,
            RemoteFile file,
            String terms,
            Path downloads,
            Importer importer,
            RetryPolicy patience,
            ProgressListener<DownloadState> listener)
            throws IOException {
        if (importer.has(name)) return Outcome.WAS_INSTALLED;
        try (DownloadTarget target = DownloadTarget.lock(downloads.resolve(file.fileName()), listener)) {
            if (importer.has(name)) return Outcome.WAS_INSTALLED;
            if (target == null || !Download.run(file, target, patience, listener)) return Outcome.STOPPED;
            importer.add(name, target.file(), "From " + file.address() + ". " + terms);
            delete(target.file());
            return Outcome.INSTALLED;
        } catch (CancellationException stopped) {
            return Outcome.STOPPED;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Outcome.STOPPED;
        }
    }

    /** Windows keeps a file that was mapped until garbage is collected, which may be after the second attempt. */
    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException inUse) {
            System.gc();
            file.toFile().delete();
        }
    }
}
