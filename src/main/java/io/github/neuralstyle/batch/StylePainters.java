package io.github.neuralstyle.batch;

import io.github.neuralstyle.Settings;
import io.github.neuralstyle.StyleTransfer;
import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.loss.LossGraph;
import io.github.neuralstyle.model.ModelStore;
import io.github.neuralstyle.transfer.Painter;
import io.github.neuralstyle.transfer.Styles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The painters of a batch, one for all pictures with the same styles and settings: it reads the styles and computes their
 * targets once, and is closed after the last of these pictures. All painters of a model share one graph.
 */
final class StylePainters implements AutoCloseable {

    private record Key(List<Path> styles, Settings settings) {

        static Key of(BatchItem item) {
            return new Key(item.styles(), item.settings());
        }
    }

    private final Map<String, LossGraph> graphs = new HashMap<>();
    private final Map<Key, Integer> picturesLeft = new HashMap<>();
    private final Map<Key, Painter> painters = new HashMap<>();

    /** Loads the models. @throws IllegalArgumentException if one cannot be loaded */
    StylePainters(List<BatchItem> work) {
        ModelStore store = new ModelStore();
        for (BatchItem item : work) {
            graphs.computeIfAbsent(item.settings().model(), name -> new LossGraph(store.load(name)));
            picturesLeft.merge(Key.of(item), 1, Integer::sum);
        }
    }

    /** The painter of a picture. @throws IOException if a style cannot be read */
    synchronized Painter of(BatchItem item) throws IOException {
        Painter painter = painters.get(Key.of(item));
        if (painter != null) return painter;
        List<Pixels> styles = new ArrayList<>();
        for (Path style : item.styles())
            styles.add(ImageFiles.open(style, item.settings().styleLongest()).image());
        painter = StyleTransfer.painter(
                graphs.get(item.settings().model()),
                Styles.of(styles),
                item.settings(),
                picturesLeft.get(Key.of(item)) > 1);
        painters.put(Key.of(item), painter);
        return painter;
    }

    /** Frees the painter of a picture, whether made or failed, if no other needs it. */
    synchronized void release(BatchItem item) {
        if (picturesLeft.merge(Key.of(item), -1, Integer::sum) > 0) return;
        Painter painter = painters.remove(Key.of(item));
        if (painter != null) painter.close();
    }

    @Override
    public synchronized void close() {
        painters.values().forEach(Painter::close);
        graphs.values().forEach(LossGraph::close);
    }
}
