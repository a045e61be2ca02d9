package io.github.neuralstyle.loss;

import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.loss.Tiling.Tile;
import io.github.neuralstyle.model.Tensors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The places of images that the network sees tile by tile: those that are wanted are kept, all others are not. */
record TilePlaces(LossGraph graph, List<Term> terms, TileGraph.TileSum sum, Function<Pixels, Tiling> tilings)
        implements PlacesTargets.Source {

    private interface Work {

        /** @param rows (places, channels) of the interior */
        void accept(float[] rows, Tile tile);
    }

    private void each(Pixels image, int term, Work work) {
        new TiledImage(graph, tilings.apply(image), image.values())
                .each(
                        List.of(sum.nodes().get(term).inner()),
                        (runner, index) -> List.of(),
                        (result, index, tile) -> work.accept(Tensors.values(result.get(0)), tile));
    }

    private int channels(int term) {
        return (int) sum.nodes().get(term).inner().shape().size(3);
    }

    @Override
    public List<PlacesMap> of(Pixels image, int... wanted) {
        return IntStream.of(wanted).mapToObj(term -> map(image, term)).toList();
    }

    private PlacesMap map(Pixels image, int term) {
        TiledLoss loss = sum.nodes().get(term).loss();
        int stride =
                graph.tiles().field(loss.positions(terms.get(term).layer())).stride();
        int height = (image.height() + stride - 1) / stride, width = (image.width() + stride - 1) / stride;
        return new PlacesMap(height, width, channels(term), places -> {
            int[] rowOf = new int[height * width];
            Arrays.fill(rowOf, -1);
            for (int i = 0; i < places.length; i++) rowOf[places[i]] = i;
            return rows(image, term, places.length, tile -> tile.places(stride, width)
                    .map(place -> rowOf[place])
                    .toArray());
        });
    }

    /** @param rowsOf tells for each place of a tile its row in the result, or -1 */
    private float[] rows(Pixels image, int term, int count, Function<Tile, int[]> rowsOf) {
        int channels = channels(term);
        float[] rows = new float[count * channels];
        each(image, term, (ofTile, tile) -> {
            int[] row = rowsOf.apply(tile);
            for (int i = 0; i < row.length; i++)
                if (row[i] >= 0) System.arraycopy(ofTile, i * channels, rows, row[i] * channels, channels);
        });
        return rows;
    }

    /** For each tile the places of the styles that are nearest to those of an image. */
    List<int[]> nearest(Pixels image, int term, NearestPlaces search) {
        double[] mean = new double[channels(term)];
        long[] count = new long[1];
        each(image, term, (rows, tile) -> {
            for (int i = 0; i < rows.length; i++) mean[i % mean.length] += rows[i];
            count[0] += rows.length / mean.length;
        });
        for (int i = 0; i < mean.length; i++) mean[i] /= count[0];
        List<int[]> nearest = new ArrayList<>();
        each(image, term, (rows, tile) -> nearest.add(search.of(rows, mean)));
        return nearest;
    }
}
