package io.github.neuralstyle.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.image.Axis;
import io.github.neuralstyle.image.DescribedImg;
import io.github.neuralstyle.model.TestModels;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicIntegerArray;
import net.imglib2.converter.Converters;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/** How often the command reads each pixel of its images. */
class ImageReadsTest {

    private static final int WIDTH = 40, HEIGHT = 36, SLICES = 3, SHOWN = 1;
    private final Counted content = new Counted(), style = new Counted();

    @TempDir
    Path model;

    private Context context;

    @BeforeEach
    void start() {
        TestModels.tiny(model);
        context = new Context();
    }

    @AfterEach
    void stop() {
        context.dispose();
    }

    /** A stack of floats, each of which is its own index. */
    private static final class Counted {

        private final AtomicIntegerArray reads = new AtomicIntegerArray(WIDTH * HEIGHT * SLICES);
        private final DescribedImg<?> image;

        Counted() {
            float[] indices = new float[reads.length()];
            for (int i = 0; i < indices.length; i++) indices[i] = i;
            image = DescribedImg.of(
                    Converters.convert(
                            ArrayImgs.floats(indices, WIDTH, HEIGHT, SLICES),
                            (from, to) -> {
                                reads.incrementAndGet((int) from.get());
                                to.set(from);
                            },
                            new FloatType()),
                    new DescribedImg.Metadata(
                            "counted", List.of(Axis.X, Axis.Y, Axis.Z), false, new long[] {0, 0, SHOWN}, null, null));
        }

        /** The most reads of a pixel of each slice. */
        int[] max() {
            int[] max = new int[SLICES];
            for (int i = 0; i < reads.length(); i++)
                max[i / (WIDTH * HEIGHT)] = Math.max(max[i / (WIDTH * HEIGHT)], reads.get(i));
            return max;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"minmax", "percentile"})
    void eachPixelOfTheContentIsReadOnceAndOneSliceOfTheStyle(String range) throws Exception {
        run(Map.of("range", range));
        assertEquals("[1, 1, 1]", Arrays.toString(content.max()));
        assertEquals("[0, 1, 0]", Arrays.toString(style.max()));
    }

    @Test
    void onlyTheCurrentSliceIsReadIfOnlyThatIsMade() throws Exception {
        run(Map.of("slices", "current"));
        assertEquals("[0, 1, 0]", Arrays.toString(content.max()));
    }

    private void run(Map<String, Object> inputs) throws Exception {
        Map<String, Object> all = new HashMap<>(Map.of(
                "image",
                content.image,
                "styleimage",
                style.image,
                "size",
                64,
                "steps",
                1,
                "losses",
                "content,gram,tv"));
        all.put("model", model.toString());
        all.putAll(inputs);
        CommandModule done = context.service(CommandService.class)
                .run(StyleTransferCommand.class, true, all)
                .get();
        assertNotNull(done.getOutput("output"), done.getCancelReason());
        assertTrue((int) done.getOutput("stepsmade") > 0);
    }
}
