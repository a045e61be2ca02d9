package io.github.neuralstyle.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.TestErrors;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import org.junit.jupiter.api.Test;
import org.scijava.command.CommandModule;

/** Inputs of the command that limit or refuse a run on a stack. */
class StackInputsTest extends StackCommandRuns {

    @Test
    void aSelectionLimitsWhatIsLearnt() throws Exception {
        Img<FloatType> style = ArrayImgs.floats(80, 40);
        Random random = new Random(2);
        style.forEach(value -> value.set(random.nextFloat()));
        boolean[] left = new boolean[80 * 40];
        for (int i = 0; i < left.length; i++) left[i] = i % 80 < 40;
        Img<?> content = noise("uint8", 40, 36);
        Map<String, Object> masked = Map.of("styleimage", known(style, XY, ArrayImgs.booleans(left, 80, 40)));
        List<String> learnt = texts((Img<?>) run(content, masked).getOutput("output"));
        assertFalse(
                learnt.equals(
                        texts((Img<?>) run(content, Map.of("styleimage", style)).getOutput("output"))),
                "the whole is another style");
        style.getAt(70, 20).set(0.5f);
        assertEquals(
                learnt, texts((Img<?>) run(content, masked).getOutput("output")), "what is outside does not count");
    }

    @Test
    void wrongInputsAreNamed() throws Exception {
        Img<?> image = noise("uint8", 40, 36), nothing = ArrayImgs.booleans(40, 36);
        refuses(known(image, XY, nothing), Map.of(), "selection", "cell", "area");
        refuses(image, Map.of("styleimage", known(image, XY, nothing)), "selection", "cell", "area");
        refuses(image, Map.of("slices", "all"), "slices", "all", "continued, independent or current");
        refuses(image, Map.of("range", "x"), "range", "x", "minmax, percentile or full");
        refuses(image, Map.of("colors", "x"), "colors", "x", "content or style");
        refuses(image, Map.of("regions", "x"), "regions", "x", "selection, labels or roi manager");
        refuses(image, Map.of("feather", 300), "feather", "300", "0 to 256");
        refuses(image, Map.of("regions", "labels"), "labels", "no label image");
        refuses(
                image,
                Map.of("regions", "labels", "labels", ArrayImgs.unsignedBytes(30, 36)),
                "label image",
                "30x36",
                "40x36");
        refuses(image, Map.of("regions", "labels", "labels", ArrayImgs.unsignedBytes(40, 36)), "0 everywhere");
        refuses(
                image,
                Map.of("regions", "labels", "labels", ArrayImgs.argbs(40, 36)),
                "label image",
                "colours",
                "numbers");
        Img<?> ones = ArrayImgs.unsignedBytes(40, 36);
        ones.forEach(value -> ((RealType<?>) value).setReal(1));
        refuses(
                image,
                Map.of("regions", "labels", "labels", ones, "regionstyles", "7=a.png"),
                "regionstyles",
                "7",
                "[1]");
        refuses(
                image,
                Map.of("regions", "labels", "labels", ones, "regionstyles", "1=no such.png"),
                "regionstyles",
                "no such.png",
                "not open");
        refuses(
                image,
                Map.of("regions", "labels", "labels", ones, "regionstyles", "1="),
                "regionstyles",
                "no region",
                "[1]");
        refuses(
                image,
                Map.of("regions", "labels", "labels", ones, "regionstyles", "a.png"),
                "regionstyles",
                "a.png",
                "1=a.png");
        refuses(image, Map.of("morestyles", "no such.png"), "morestyles", "no such.png", "not open");
        refuses(image, Map.of("morestyles", "sample:woodcut", "styleweights", "1"), "style-weights", "there are 2");
        refuses(noise("uint8", 40, 36, 2), Map.of("state", "run.state"), "state", "one picture", "makes 2");
        refuses(image, Map.of("styleweights", "0"), "style-weights", "over 0");
        refuses(image, Map.of("regions", "roi manager"), "ROI Manager", "empty");
        refuses(known(noise("uint16", 40, 36, 3), XYC, null), Map.of("colors", "style"), "channels", "colours");
        refuses(noise("float", 40, 36), Map.of("range", "full"), "range", "full", "minmax");
        Img<FloatType> bad = ArrayImgs.floats(40, 36, 2);
        bad.getAt(1, 1, 1).set(Float.NaN);
        refuses(bad, Map.of(), "1 value", "NaN");
    }

    private static void refuses(Img<?> image, Map<String, Object> inputs, String... words) throws Exception {
        CommandModule module = run(image, inputs);
        assertTrue(module.isCanceled());
        TestErrors.assertSentence(new IllegalArgumentException(module.getCancelReason()), words);
    }
}
