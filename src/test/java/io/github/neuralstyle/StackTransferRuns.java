package io.github.neuralstyle;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.neuralstyle.StackTransfer.Result;
import io.github.neuralstyle.image.Axis;
import io.github.neuralstyle.image.Hyperstack;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.transfer.Painter;
import io.github.neuralstyle.transfer.TransferResult;
import io.github.neuralstyle.util.ProgressListener;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import org.junit.jupiter.api.function.Executable;

/** Runs of stacks with painters that need no network. */
abstract class StackTransferRuns {

    static final StackOptions OPTIONS = StackOptions.defaults();
    static final List<Style> STYLES = List.of(new Style(ArrayImgs.bytes(1, 1)));
    static final List<Region> WHOLE = List.of(Region.whole(STYLES));

    static final Painter WHITE = (content, before, progress) -> result(255, 255, 255, content);

    static Result white(RandomAccessibleInterval<?> image, List<Axis> axes, List<Region> regions) {
        return run(image, axes, regions, WHITE, OPTIONS);
    }

    static Result run(
            RandomAccessibleInterval<?> image,
            List<Axis> axes,
            List<Region> regions,
            Painter painter,
            StackOptions options) {
        return StackTransfer.run(
                new Hyperstack(image, axes), regions, region -> painter, options, ProgressListener.none());
    }

    static TransferResult result(float red, float green, float blue, Pixels size) {
        float[] values = size.values().clone();
        IntStream.range(0, values.length)
                .forEach(i -> values[i] = List.of(red, green, blue).get(i % 3));
        return new TransferResult(new Pixels(size.width(), size.height(), values), 1, false);
    }

    static double[] values(Result result) {
        List<Double> values = new ArrayList<>();
        result.image().forEach(value -> values.add(((RealType<?>) value).getRealDouble()));
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    static void assertSentence(Executable wrong, String... words) {
        TestErrors.assertSentence(assertThrows(IllegalArgumentException.class, wrong), words);
    }
}
