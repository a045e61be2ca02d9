package io.github.neuralstyle.batch;

import io.github.neuralstyle.Options;
import io.github.neuralstyle.Settings;
import io.github.neuralstyle.StyleTransfer;
import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.loss.LossGraph;
import io.github.neuralstyle.model.ModelStore;
import io.github.neuralstyle.model.Precision;
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

    private record Network(String model, Precision precision) {

        static Network of(Settings settings) {
            return new Network(settings.model(), settings.get(Options.PRECISION));
        }
    }

    private final Map<Network, LossGraph> graphs = new HashMap<>();
    private final Map<Key, Integer> picturesLeft = new HashMap<>();
    private final Map<Key, Map<Settings, Painter>> painters = new HashMap<>();
    private final Map<String, VariantMeasures> measures = new HashMap<>();

    /** Loads the models. @throws IllegalArgumentException if one cannot be loaded */
    StylePainters(List<BatchItem> work) {
        ModelStore store = new ModelStore();
        for (BatchItem item : work) {
            graphs.computeIfAbsent(
                    Network.of(item.settings()),
                    network -> new LossGraph(store.load(network.model), network.precision));
            picturesLeft.merge(Key.of(item), 1, Integer::sum);
        }
    }

    /** The painter of a picture. @throws IOException if a style cannot be read */
    Painter of(BatchItem item) throws IOException {
        return of(item, item.settings());
    }

    /** The same with other settings of the same model, which are freed with the picture's. */
    synchronized Painter of(BatchItem item, Settings settings) throws IOException {
        Map<Settings, Painter> known = painters.computeIfAbsent(Key.of(item), key -> new HashMap<>());
        Painter painter = known.get(settings);
        if (painter != null) return painter;
        List<Pixels> styles = new ArrayList<>();
        for (Path style : item.styles())
            styles.add(ImageFiles.open(style, settings.styleLongest()).image());
        painter = StyleTransfer.painter(
                graphs.get(Network.of(settings)), Styles.of(styles), settings, picturesLeft.get(Key.of(item)) > 1);
        known.put(settings, painter);
        return painter;
    }

    /** What measures a variant. */
    synchronized VariantMeasures measures(BatchItem item) {
        return measures.computeIfAbsent(
                item.settings().model(),
                name -> new VariantMeasures(
                        graphs.get(Network.of(item.settings())).model()));
    }

    /** Frees the painters of a picture, whether made or failed, if no other needs them. */
    synchronized void release(BatchItem item) {
        if (picturesLeft.merge(Key.of(item), -1, Integer::sum) > 0) return;
        Map<Settings, Painter> known = painters.remove(Key.of(item));
        if (known != null) known.values().forEach(Painter::close);
    }

    @Override
    public synchronized void close() {
        measures.values().forEach(VariantMeasures::close);
        painters.values().forEach(known -> known.values().forEach(Painter::close));
        graphs.values().forEach(LossGraph::close);
    }
}
