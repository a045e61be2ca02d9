package io.github.neuralstyle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.image.Resampling;
import io.github.neuralstyle.measure.Comparison;
import io.github.neuralstyle.measure.Comparison.Measures;
import io.github.neuralstyle.model.FeatureModel;
import io.github.neuralstyle.model.ModelStore;
import io.github.neuralstyle.util.ProgressListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One strength means the same for all images: more of it is nearer to the style and further from the content. */
public class StrengthTest {

    private static final FeatureModel MODEL = new ModelStore().load(Options.MODEL.initial());

    @ParameterizedTest
    @ValueSource(strings = {"ink-wash.png", "brush-strokes.png"})
    void movesMonotonicallyFromContentToStyle(String painting) throws IOException {
        Pixels content = small("skyline.png"), style = small(painting);
        List<Pixels> pictures = new ArrayList<>();
        for (double strength : new double[] {0, 0.2, 0.4, 0.6, 0.8, 1})
            pictures.add(StyleTransfer.run(
                            MODEL,
                            content,
                            List.of(style),
                            new double[] {1},
                            Preset.STATISTICS
                                    .settings()
                                    .withSize(112)
                                    .withSteps(25)
                                    .withStrength(strength),
                            ProgressListener.none())
                    .picture());
        List<Measures> measures = Comparison.compare(MODEL, content, List.of(style), pictures);
        assertEquals(0, measures.get(0).values().get("content block4_conv2"), 0.01);
        for (String name : List.of("gram mean", "shift mean", "hist mean"))
            assertEquals(1, measures.get(0).values().get(name), 0.01, name);
        for (int i = 1; i < measures.size(); i++) {
            Map<String, Double> less = measures.get(i - 1).values(),
                    more = measures.get(i).values();
            assertTrue(more.get("content block4_conv2") > less.get("content block4_conv2"), () -> less + " " + more);
            for (String name : List.of("gram mean", "shift mean", "hist mean"))
                assertTrue(more.get(name) < less.get(name), () -> name + ": " + less + " " + more);
        }
        assertTrue(measures.get(5).values().get("gram mean") < 0.4, measures::toString);
    }

    private static Pixels small(String name) throws IOException {
        Pixels image = Pixels.of(ImageFiles.read(Path.of("test-images", name)));
        return Resampling.resize(image, 112, 112 * image.height() / image.width());
    }
}
