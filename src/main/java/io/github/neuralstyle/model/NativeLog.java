package io.github.neuralstyle.model;

import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.util.function.Supplier;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.op.Ops;

/**
 * Keeps TensorFlow's own messages off the standard error stream. Most follow a log level in the environment, which the C
 * library sets before TensorFlow's library is loaded. For those that ignore it, the stream is redirected to nowhere while
 * they are written.
 */
public final class NativeLog {

    private static final String LEVEL = "TF_CPP_MIN_LOG_LEVEL", FATAL_ONLY = "3";
    private static final int STDERR = 2, WRITE_ONLY = 1;

    private static boolean silent;

    private NativeLog() {}

    /**
     * Silences TensorFlow for the rest of the process. To be called before anything else of TensorFlow. A level that the
     * user has set in the environment stays; where the C library cannot be reached, nothing changes.
     */
    public static synchronized void silence() {
        if (silent) return;
        try {
            if (System.getenv(LEVEL) == null) setLevel();
            silent = true;
            muted(NativeLog::firstSession);
        } catch (LinkageError unreachable) {
            // The messages are a blemish, not a failure.
        }
    }

    /**
     * Runs a task of which TensorFlow writes messages at any level. Other messages of the process are lost meanwhile.
     * Without {@link #silence} before, nothing is muted.
     */
    public static synchronized <T> T muted(Supplier<T> task) {
        if (!silent) return task.get();
        System.err.flush();
        int stream = call("dup", STDERR);
        int nowhere = call("open", Platform.isWindows() ? "NUL" : "/dev/null", WRITE_ONLY);
        call("dup2", nowhere, STDERR);
        try {
            return task.get();
        } finally {
            call("dup2", stream, STDERR);
            call("close", stream);
            call("close", nowhere);
        }
    }

    private static void setLevel() {
        if (Platform.isWindows()) call("putenv_s", LEVEL, FATAL_ONLY);
        else call("setenv", LEVEL, FATAL_ONLY, 1);
    }

    /** Also reads the graph back, because newer Java warns of the first use of protocol buffers. */
    private static int firstSession() {
        try (Graph graph = new Graph()) {
            Ops tf = Ops.create(graph);
            try (Session session = new Session(graph)) {
                session.runner().fetch(tf.constant(0)).run().close();
            }
            return graph.toGraphDef().getSerializedSize();
        }
    }

    private static int call(String function, Object... arguments) {
        NativeLibrary library =
                Platform.isWindows() ? NativeLibrary.getInstance("ucrtbase") : NativeLibrary.getProcess();
        return library.getFunction((Platform.isWindows() ? "_" : "") + function).invokeInt(arguments);
    }
}
