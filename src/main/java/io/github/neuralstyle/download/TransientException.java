package io.github.neuralstyle.download;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import javax.net.ssl.SSLException;

/** An attempt that failed, where another one may not; its message is a phrase. */
final class TransientException extends Exception {

    private static final long serialVersionUID = 1;

    TransientException(String problem) {
        super(problem);
    }

    /** What went wrong on the way to a host. */
    TransientException(IOException e, String host) {
        super(describe(e, host), e);
    }

    private static String describe(IOException e, String host) {
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

    /** Whether there is no way to the host, so that this machine may be offline or behind a proxy. */
    boolean isUnreachable() {
        return isUnreachable(getCause());
    }
}
