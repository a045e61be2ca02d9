package io.github.neuralstyle.engine.install;

import io.github.neuralstyle.download.Download;
import io.github.neuralstyle.download.DownloadState;
import io.github.neuralstyle.download.DownloadTarget;
import io.github.neuralstyle.download.RemoteFile;
import io.github.neuralstyle.download.RetryPolicy;
import io.github.neuralstyle.engine.EngineException;
import io.github.neuralstyle.model.install.ModelInstallation;
import io.github.neuralstyle.util.Checksum;
import io.github.neuralstyle.util.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.CancellationException;

/** Fetches the zip file of an engine and installs it. What has arrived is kept until it is installed. */
public final class EngineDownload {

    private EngineDownload() {}

    /** A sentence on which engine this computer needs, or why it can have none. */
    public static String needed() {
        return Platform.here()
                .obstacle()
                .orElseGet(() -> "The engine for this computer is " + EngineName.usual() + ".zip.");
    }

    /** Where the makers of this build offer the engine for this platform; empty if they do not. */
    public static String address() {
        return address(Release.site());
    }

    static String address(String site) {
        return site.isEmpty() ? "" : site + (site.endsWith("/") ? "" : "/") + EngineName.usual() + ".zip";
    }

    /**
     * Fetches the zip file from an address, unless it is there already, and installs it.
     *
     * @param checksum as {@code sha256:...}; empty for the one in {@code ADDRESS.sha256}
     * @param listener told of the download
     * @param progress told from 0 to 1 of the installation; both return whether to go on
     * @throws IllegalArgumentException if the address or the checksum is none
     * @throws IOException if it cannot be had or written
     * @throws EngineException if {@link EngineInstallation} refuses it
     * @throws CancellationException if it was not to go on
     */
    public static EngineFolder install(
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
            EngineFolder engine = EngineInstallation.run(target.file(), progress);
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
