package io.github.neuralstyle.engine;

import io.github.neuralstyle.Options;
import io.github.neuralstyle.Settings;
import io.github.neuralstyle.StyleTransfer;
import io.github.neuralstyle.loss.LossGraph;
import io.github.neuralstyle.model.ModelStore;
import io.github.neuralstyle.model.NativeLog;
import io.github.neuralstyle.model.NoTensorFlowException;
import io.github.neuralstyle.model.Precision;
import io.github.neuralstyle.model.TensorFlowProcess;
import io.github.neuralstyle.transfer.Painter;
import io.github.neuralstyle.transfer.Styles;
import io.github.neuralstyle.util.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/** The engine in this process. It keeps the network that was used last, with its graph. */
public final class LocalEngine implements Engine {

    public static final LocalEngine SHARED = new LocalEngine();

    /** One of TensorFlow Java that TensorFlow 1 has not. */
    private static final String TENSORFLOW_JAVA = "org.tensorflow.types.TFloat32";

    private static final int MAX_SUMS = 16;

    private record Loaded(Path folder, FileTime written, Precision precision, LossGraph graph) {}

    private Loaded last;

    /** Whether TensorFlow Java is on the class path. */
    public static boolean isPossible() {
        return LocalEngine.class.getClassLoader().getResource(TENSORFLOW_JAVA.replace('.', '/') + ".class") != null;
    }

    @Override
    public synchronized Painter painter(Styles styles, Settings settings, boolean several) {
        start();
        return StyleTransfer.painter(
                graph(settings.model(), settings.get(Options.PRECISION)), styles, settings, several);
    }

    @Override
    public <R, P> R run(Job<R, P> job, ProgressListener<P> progress) throws IOException {
        start();
        return job.run(progress);
    }

    private static void start() {
        NativeLog.silence();
        try {
            TensorFlowProcess.start();
        } catch (NoTensorFlowException e) {
            throw new EngineException(e.getMessage(), e);
        }
    }

    /** The graph of a network, a new one if its file has changed or the graph has grown by many combinations of losses. */
    private LossGraph graph(String nameOrFolder, Precision precision) {
        ModelStore store = new ModelStore();
        Path folder = store.folder(nameOrFolder);
        FileTime written = written(folder);
        boolean same = last != null && last.folder.equals(folder) && last.written.equals(written);
        if (same && last.precision == precision && last.graph.size() < MAX_SUMS) return last.graph;
        LossGraph graph = new LossGraph(same ? last.graph.model() : store.load(nameOrFolder), precision);
        if (last != null) last.graph.close();
        last = new Loaded(folder, written, precision, graph);
        return graph;
    }

    /** When a network was written; at the epoch if there is none, which {@link ModelStore#load} reports. */
    private static FileTime written(Path folder) {
        try {
            return Files.getLastModifiedTime(folder.resolve("saved_model.pb"));
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }
}
