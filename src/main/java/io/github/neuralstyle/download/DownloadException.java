package io.github.neuralstyle.download;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import javax.net.ssl.SSLException;

/** A download that failed for good. Its message is one sentence with the address and what to do. */
public final class DownloadException extends IOException {

    private static final long serialVersionUID = 1;

    /** A failed attempt that may be repeated; its message is a phrase. */
    static final class Transient extends Exception {

        private static final long serialVersionUID = 1;

        Transient(String problem) {
            super(problem);
        }

        /** A failure of the connection to a host. */
        Transient(IOException e, String host) {
            super(describe(e, host), e);
        }

        /** Whether the host cannot be reached: this machine may be offline or behind a proxy. */
        boolean isUnreachable() {
            return DownloadException.isUnreachable(getCause());
        }
    }

    private DownloadException(String message, Throwable cause) {
        super(message, cause);
    }

    /** @param problem what is wrong, and what was kept, as a phrase */
    static DownloadException of(RemoteFile file, String problem, Throwable cause) {
        return new DownloadException(
                "Cannot download " + file.address() + ": " + problem + "; try again, or " + file.byHand() + ".", cause);
    }

    /** For problems that may lie between this machine and the server: the message names the proxy too. */
    static DownloadException onTheWay(RemoteFile file, String problem, Throwable cause) {
        return of(file, problem + "; " + Addresses.proxy(file.address()), cause);
    }

    /** A failure of the connection to a host, as a phrase. */
    static String describe(IOException e, String host) {
        if (e instanceof SSLException) return "no secure connection to " + host + " (" + e.getMessage() + ")";
        if (isUnreachable(e)) return "no connection to " + host;
        if (e instanceof HttpTimeoutException) return e.getMessage();
        return "the connection to " + host + " broke" + (e.getMessage() == null ? "" : " (" + e.getMessage() + ")");
    }

    private static boolean isUnreachable(Throwable e) {
        return e instanceof ConnectException
                || e instanceof UnknownHostException
                || e instanceof HttpConnectTimeoutException
                || e instanceof SSLException;
    }
}
