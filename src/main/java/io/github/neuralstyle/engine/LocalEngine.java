package io.github.neuralstyle.engine;

import io.github.neuralstyle.Settings;
import io.github.neuralstyle.StyleTransfer;
import io.github.neuralstyle.loss.LossGraphs;
import io.github.neuralstyle.model.ModelStore;
import io.github.neuralstyle.model.NativeLog;
import io.github.neuralstyle.transfer.Painter;
import io.github.neuralstyle.transfer.Styles;
import io.github.neuralstyle.util.ProgressListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;

/** The engine in this process. It keeps the network that was used last, with its graphs. */
public final class LocalEngine implements Engine {

    public static final LocalEngine SHARED = new LocalEngine();

    /** One of TensorFlow Java that TensorFlow 1 has not. */
    private static final String TENSORFLOW_JAVA = "org.tensorflow.types.TFloat32";

    private record Loaded(Path folder, FileTime written, LossGraphs graphs) {}

    private Loaded last;

    /** Whether TensorFlow Java is on the class path. */
    public static boolean isPossible() {
        return LocalEngine.class.getClassLoader().getResource(TENSORFLOW_JAVA.replace('.', '/') + ".class") != null;
    }

    @Override
    public Painter painter(Styles styles, Settings settings, boolean several) {
        NativeLog.silence();
        return new StyleTransfer(graphs(settings.model()), styles, settings, several);
    }

    @Override
    public <R, P> R run(Job<R, P> job, ProgressListener<P> progress) throws IOException {
        NativeLog.silence();
        return job.run(progress);
    }

    private synchronized LossGraphs graphs(String nameOrFolder) {
        ModelStore store = new ModelStore();
        Path folder = store.folder(nameOrFolder);
        FileTime written = written(folder);
        if (last == null || !last.folder.equals(folder) || !last.written.equals(written)) {
            LossGraphs graphs = new LossGraphs(store.load(nameOrFolder));
            if (last != null) last.graphs.close();
            last = new Loaded(folder, written, graphs);
        }
        return last.graphs;
    }

    /** When a network was written; for ever ago if there is none, which {@link ModelStore#load} will say. */
    private static FileTime written(Path folder) {
        try {
            return Files.getLastModifiedTime(folder.resolve("saved_model.pb"));
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }
}
