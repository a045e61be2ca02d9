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
    private static final int STDERR = 2, WRITE_ONLY = 1, GET_FLAGS = 3, ACCESS_MODE = 3;

    private static boolean silent;

    private NativeLog() {}

    /**
     * Silences TensorFlow for the rest of the process, from its start on. A level that the user has set in the environment
     * stays; where the C library cannot be reached, nothing changes.
     */
    public static synchronized void silence() {
        silent = true;
    }

    /** To be called before TensorFlow's library is loaded. */
    static synchronized void setLevel() {
        if (!silent) return;
        try {
            if (System.getenv(LEVEL) == null) {
                if (Platform.isWindows()) call("putenv_s", LEVEL, FATAL_ONLY);
                else call("setenv", LEVEL, FATAL_ONLY, 1);
            }
        } catch (LinkageError unreachable) {
            // The messages are a blemish, not a failure.
            silent = false;
        }
    }

    /**
     * Runs a task of which TensorFlow writes messages at any level. Other messages of the process are lost meanwhile.
     * Without {@link #silence} before, nothing is muted.
     */
    public static synchronized <T> T muted(Supplier<T> task) {
        if (!silent || !isStream()) return task.get();
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

    /**
     * Whether there is a standard error stream. If Java was started without one, its number belongs to some file that Java
     * reads, perhaps its own library, which must stay open.
     */
    private static boolean isStream() {
        if (Platform.isWindows()) return true;
        int flags = call("fcntl", STDERR, GET_FLAGS);
        return flags >= 0 && (flags & ACCESS_MODE) != 0;
    }

    /** Makes TensorFlow write what it writes only once. Newer Java warns of the first use of protocol buffers, too. */
    static void firstSession() {
        muted(() -> {
            try (Graph graph = new Graph()) {
                Ops tf = Ops.create(graph);
                try (Session session = new Session(graph)) {
                    session.runner().fetch(tf.constant(0)).run().close();
                }
                return graph.toGraphDef().getSerializedSize();
            }
        });
    }

    private static int call(String function, Object... arguments) {
        NativeLibrary library =
                Platform.isWindows() ? NativeLibrary.getInstance("ucrtbase") : NativeLibrary.getProcess();
        return library.getFunction((Platform.isWindows() ? "_" : "") + function).invokeInt(arguments);
    }
}
