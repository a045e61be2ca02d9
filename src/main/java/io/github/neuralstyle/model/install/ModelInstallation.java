package io.github.neuralstyle.model.install;

import io.github.neuralstyle.download.Download;
import io.github.neuralstyle.download.DownloadState;
import io.github.neuralstyle.download.DownloadTarget;
import io.github.neuralstyle.download.RemoteFile;
import io.github.neuralstyle.download.RetryPolicy;
import io.github.neuralstyle.util.ProgressListener;
import io.github.neuralstyle.util.UserFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

/** Downloads a file of weights, installs the network and deletes the file. */
public final class ModelInstallation {

    /** How it ended. */
    public enum Outcome {
        /** The network is installed. */
        INSTALLED,
        /** It was installed already; nothing was downloaded. */
        WAS_INSTALLED,
        /** The listener or an interruption of the thread stopped it; the next call resumes. */
        STOPPED
    }

    /** Installs a network from a file of weights. */
    public interface Importer {

        /** Whether a network of this name is installed. */
        boolean has(String name);

        /**
         * Installs a network, completely or not at all.
         *
         * @param weights complete and verified
         * @param terms authors, licence and citation, to be kept with the network
         */
        void add(String name, Path weights, String terms) throws IOException;
    }

    private ModelInstallation() {}

    /** The user's folder for downloaded files until they are imported. */
    public static Path folder() {
        return UserFolder.writable().resolve("downloads");
    }

    /**
     * Installs a network. Of two processes or threads that install the same file, the second waits for the first.
     *
     * @param terms authors, licence and citation; the importer gets them with the address
     * @param downloads the folder for the file until it is imported; created if absent
     * @throws IOException if the file cannot be downloaded, written or imported; a downloaded file is kept
     */
    public static Outcome run(
            String name,
            RemoteFile file,
            String terms,
            Path downloads,
            Importer importer,
            RetryPolicy policy,
            ProgressListener<DownloadState> listener)
            throws IOException {
        if (importer.has(name)) return Outcome.WAS_INSTALLED;
        try (DownloadTarget target = DownloadTarget.lock(downloads.resolve(file.fileName()), listener)) {
            if (importer.has(name)) return Outcome.WAS_INSTALLED;
            if (target == null || !Download.run(file, target, policy, listener)) return Outcome.STOPPED;
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

    /** On Windows, a file that was mapped can be deleted only after a garbage collection. */
    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException inUse) {
            System.gc();
            file.toFile().delete();
        }
    }
}
