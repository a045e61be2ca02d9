package io.github.neuralstyle.loss;

import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.loss.Tiling.Tile;
import io.github.neuralstyle.model.Tensors;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The places of images that the network sees tile by tile: features are computed when they are asked for, and not kept. */
record TilePlaces(LossGraph graph, List<Term> terms, TileGraph.TileSum sum, Function<Pixels, Tiling> tilings)
        implements PlacesTargets.Source {

    @Override
    public List<PlacesMap> of(Pixels image, int... wanted) {
        return IntStream.of(wanted).mapToObj(term -> of(image, term)).toList();
    }

    PlacesMap of(Pixels image, int term) {
        int channels = (int) sum.nodes().get(term).inner().shape().size(3);
        int height = positions(term, image.height()), width = positions(term, image.width());
        return new PlacesMap(
                height,
                width,
                channels,
                wanted -> {
                    int[] rowOf = new int[height * width];
                    Arrays.fill(rowOf, -1);
                    for (int i = 0; i < wanted.length; i++) rowOf[wanted[i]] = i;
                    float[] rows = new float[wanted.length * channels];
                    each(image, term, (places, features) -> {
                        for (int i = 0; i < places.length; i++) {
                            int row = rowOf[places[i]];
                            if (row >= 0) System.arraycopy(features, i * channels, rows, row * channels, channels);
                        }
                    });
                    return rows;
                },
                visitor -> each(image, term, visitor));
    }

    private void each(Pixels image, int term, PlacesMap.Visitor visitor) {
        new TiledImage(graph, tilings.apply(image), image.values())
                .each(
                        List.of(sum.nodes().get(term).inner()),
                        (runner, index) -> List.of(),
                        (result, index, tile) ->
                                visitor.accept(places(term, tile, image.width()), Tensors.values(result.get(0))));
    }

    /** The places in the interior of a tile. @param imageWidth in pixels */
    int[] places(int term, Tile tile, int imageWidth) {
        return tile.places(stride(term), positions(term, imageWidth)).toArray();
    }

    private int positions(int term, int pixels) {
        return (pixels + stride(term) - 1) / stride(term);
    }

    private int stride(int term) {
        String layer = sum.nodes().get(term).loss().positions(terms.get(term).layer());
        return graph.tiles().field(layer).stride();
    }
}
