package io.github.neuralstyle.download;

import java.io.IOException;

/** A download that cannot succeed by trying on; its message is one sentence that names the address and what to do. */
public final class DownloadException extends IOException {

    private static final long serialVersionUID = 1;

    private DownloadException(String message, Throwable cause) {
        super(message, cause);
    }

    /** @param problem what is wrong, and what was kept, as a phrase */
    static DownloadException of(RemoteFile file, String problem, Throwable cause) {
        return new DownloadException(
                "Cannot download " + file.address() + ": " + problem + "; try again, or " + file.byHand() + ".", cause);
    }

    /** The same where the reason may lie between this machine and the server. */
    static DownloadException onTheWay(RemoteFile file, String problem, Throwable cause) {
        return of(file, problem + "; " + Addresses.proxy(file.address()), cause);
    }
}
