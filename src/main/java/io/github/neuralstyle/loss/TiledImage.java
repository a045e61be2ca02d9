package io.github.neuralstyle.loss;

import io.github.neuralstyle.loss.Tiling.Tile;
import io.github.neuralstyle.model.Tensors;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TInt32;

/**
 * An image that the network sees tile by tile.
 *
 * @param values (height, width, 3)
 * @param gridOffset (2), as in {@link PlacesLoss#value}
 */
record TiledImage(LossGraph graph, Tiling tiling, float[] values, float[] gridOffset) {

    /** Works on what was computed for a tile. */
    interface Work {

        /** @param index of the tile */
        void accept(Result result, int index, Tile tile);
    }

    /** Feeds what else a tile needs. */
    interface Feed {

        /** @return tensors to be closed after the run */
        List<TFloat32> feed(Session.Runner runner, int index);
    }

    TiledImage(LossGraph graph, Tiling tiling, float[] values) {
        this(graph, tiling, values, new float[2]);
    }

    /** Fetches operands for each tile. @throws CancellationException if the thread is interrupted between two tiles */
    void each(List<? extends Operand<TFloat32>> fetched, Feed feed, Work work) {
        for (int i = 0; i < tiling.tiles().size(); i++) {
            if (Thread.currentThread().isInterrupted()) throw new CancellationException("Cancelled.");
            each(fetched, feed, work, i);
        }
    }

    private void each(List<? extends Operand<TFloat32>> fetched, Feed feed, Work work, int index) {
        Tile tile = tiling.tiles().get(index);
        try (TFloat32 pixels = Tensors.of(tiling.cut(values, tile), tile.shape());
                TFloat32 offset = TFloat32.vectorOf(gridOffset);
                TInt32 geometry = TInt32.tensorOf(Shape.of(4, 2), DataBuffers.of(tiling.geometry(tile)))) {
            Session.Runner runner =
                    graph.runSampled(pixels, offset).feed(graph.tiles().geometry(), geometry);
            List<TFloat32> fed = feed.feed(runner, index);
            fetched.forEach(runner::fetch);
            try (Result result = runner.run()) {
                work.accept(result, index, tile);
            } finally {
                fed.forEach(TFloat32::close);
            }
        }
    }
}
