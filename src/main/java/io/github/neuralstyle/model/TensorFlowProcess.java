package io.github.neuralstyle.model;

import io.github.neuralstyle.util.LatinDigits;
import io.github.neuralstyle.util.Messages;
import java.nio.file.Path;
import org.bytedeco.javacpp.Loader;
import org.tensorflow.Graph;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.TensorFlow;
import org.tensorflow.internal.c_api.global.tensorflow;
import org.tensorflow.proto.ConfigProto;
import org.tensorflow.proto.GraphOptions;
import org.tensorflow.proto.RewriterConfig;

/**
 * TensorFlow in this process. All graphs come from here, so that before the first one a folder is found for TensorFlow's
 * native library, its messages are silenced, and the locale has the digits that names of operations need.
 */
public final class TensorFlowProcess {

    private static final String SERVING = "serve";

    private static boolean loaded;

    private TensorFlowProcess() {}

    /**
     * Loads the native library, unless this is done already.
     *
     * @throws NoTensorFlowException if it cannot be unpacked or loaded
     */
    public static synchronized void start() {
        LatinDigits.use();
        if (loaded) return;
        Path folder = NativesFolder.choose();
        try {
            NativeLog.setLevel();
            Loader.load(tensorflow.class);
            NativeLog.firstSession();
        } catch (LinkageError e) {
            throw new NoTensorFlowException(
                    "TensorFlow cannot be loaded on " + System.getProperty("os.name") + " "
                            + System.getProperty("os.arch") + " from " + folder + " (" + Messages.ofRootCause(e)
                            + "); delete this folder, from which it is unpacked again.",
                    e);
        }
        loaded = true;
    }

    /** An empty graph. @throws NoTensorFlowException if TensorFlow cannot be loaded */
    public static Graph newGraph() {
        start();
        return new Graph();
    }

    /** Loads a SavedModel for use, not for training. @throws NoTensorFlowException if TensorFlow cannot be loaded */
    public static SavedModelBundle load(Path folder) {
        start();
        return SavedModelBundle.load(folder.toString(), SERVING);
    }

    /** As 2.18.0. @throws NoTensorFlowException if TensorFlow cannot be loaded */
    public static String version() {
        start();
        return TensorFlow.version();
    }

    /**
     * A session that does not rewrite its graph: for a graph of many losses Grappler needs a second for each set of outputs, and
     * makes no step faster.
     */
    public static Session newSession(Graph graph) {
        RewriterConfig rewriter =
                RewriterConfig.newBuilder().setDisableMetaOptimizer(true).build();
        return new Session(
                graph,
                ConfigProto.newBuilder()
                        .setGraphOptions(GraphOptions.newBuilder().setRewriteOptions(rewriter))
                        .build());
    }
}
