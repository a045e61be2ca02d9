package io.github.neuralstyle.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.TestErrors;
import io.github.neuralstyle.image.Axis;
import io.github.neuralstyle.image.DescribedImg;
import io.github.neuralstyle.image.Hyperstack;
import io.github.neuralstyle.image.IntensityMapping;
import io.github.neuralstyle.model.TestModels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/** The command on every kind of image, selection and region, with a tiny network and few steps. */
class StacksTest {

    private static final List<Axis> XY = List.of(Axis.X, Axis.Y),
            XYC = List.of(Axis.X, Axis.Y, Axis.CHANNEL),
            XYZ = List.of(Axis.X, Axis.Y, Axis.Z);

    @TempDir
    static Path model;

    private static Context context;

    @BeforeAll
    static void start() {
        TestModels.tiny(model);
        context = new Context();
    }

    @AfterAll
    static void stop() {
        context.dispose();
    }

    @ParameterizedTest
    @CsvSource({
        "uint8, X Y, 1",
        "argb, X Y, 1",
        "uint16, X Y, 1",
        "float, X Y, 1",
        "uint16, X Y CHANNEL, 3",
        "uint8, X Y CHANNEL, 3",
        "float, X Y CHANNEL, 3",
        "uint8, X Y Z, 3",
        "argb, X Y TIME, 3",
        "uint16, X Y CHANNEL Z, 9",
        "uint8, X Y CHANNEL Z TIME, 27",
        "uint8, X Y CHANNEL Z TIME OTHER, 81",
        "uint16, CHANNEL X Y, 3"
    })
    void everyKindComesBackAsItIs(String type, String names, int pictures) throws Exception {
        List<Axis> axes = Arrays.stream(names.split(" ")).map(Axis::valueOf).toList();
        long[] sizes = axes.stream()
                .mapToLong(axis -> axis == Axis.X ? 40 : axis == Axis.Y ? 36 : 3)
                .toArray();
        Img<?> image = noise(type, sizes);
        CommandModule done = run(known(image, axes, null), Map.of());
        DescribedImg<?> output = (DescribedImg<?>) done.getOutput("output");
        assertNotNull(output, done.getCancelReason());
        assertSame(image.getType().getClass(), output.getType().getClass());
        assertEquals(axes, output.metadata().axes());
        for (int d = 0; d < sizes.length; d++)
            assertEquals(axes.get(d) == Axis.X ? 64 : axes.get(d) == Axis.Y ? 58 : 3, output.dimension(d));
        List<String> info = output.metadata().info().lines().toList();
        assertTrue(info.contains("pictures made = " + pictures + " of " + pictures), info::toString);
        assertEquals(
                image(type, sizes, axes),
                info.stream()
                        .filter(line -> line.startsWith("range map = "))
                        .findFirst()
                        .orElse(null));
        assertEquals("cell-style", output.metadata().title());
    }

    /** What the info must tell: the map can be read back from it. */
    private static String image(String type, long[] sizes, List<Axis> axes) {
        IntensityMapping map = IntensityMapping.of(
                new Hyperstack(noise(type, sizes), axes), IntensityMapping.Choice.MINMAX, false, 0.35);
        assertEquals(map, IntensityMapping.parse(map.toString()));
        return "range map = " + map;
    }

    @Test
    void onlyTheSelectionChanges() throws Exception {
        boolean[] inside = new boolean[40 * 36];
        for (int i = 0; i < inside.length; i++) inside[i] = Math.hypot(i % 40 - 20, i / 40 - 18) < 12;
        for (String type : List.of("uint8", "argb", "uint16", "float")) {
            Img<?> image = noise(type, 40, 36, 2), before = image.copy();
            DescribedImg<?> output =
                    (DescribedImg<?>) run(known(image, XYZ, ArrayImgs.booleans(inside, 40, 36)), Map.of("feather", 3))
                            .getOutput("output");
            assertTrue(
                    output.metadata().info().contains("content = cell (40x36x2), a selection\n"),
                    output.metadata().info());
            List<String> old = texts(image), now = texts(output);
            assertEquals(old, texts(before), "the input is untouched");
            int changed = 0;
            for (int i = 0; i < old.size(); i++)
                if (inside[i % inside.length]) changed += old.get(i).equals(now.get(i)) ? 0 : 1;
                else assertEquals(old.get(i), now.get(i), type + " at " + i);
            assertTrue(changed > 600, changed + " of 896 pixels changed");
        }
    }

    @Test
    void labelsShareTheStyleOrStay() throws Exception {
        byte[] numbers = new byte[40 * 36];
        for (int i = 0; i < numbers.length; i++) numbers[i] = (byte) (i % 40 / 10);
        Img<?> image = noise("uint8", 40, 36);
        Img<?> labels = ArrayImgs.unsignedBytes(numbers, 40, 36);
        CommandModule done = run(image, Map.of("regions", "labels", "labels", labels, "regionstyles", " 2 = "));
        List<String> old = texts(image), now = texts((Img<?>) done.getOutput("output"));
        int[] changed = new int[4];
        for (int i = 0; i < numbers.length; i++)
            changed[numbers[i]] += old.get(i).equals(now.get(i)) ? 0 : 1;
        assertTrue(
                changed[0] == 0 && changed[1] > 300 && changed[2] == 0 && changed[3] > 300, Arrays.toString(changed));
        assertTrue(info(done).contains("pictures made = 1 of 1\n"), "labels of one style are painted at once");
        assertTrue(info(done).contains("labels = image (40x36)\n"), info(done));
    }

    @Test
    void greySlicesMayGetTheColoursOfTheStyle() throws Exception {
        CommandModule done = run(known(noise("uint16", 40, 36, 2), XYZ, null), Map.of("colors", "style"));
        DescribedImg<?> output = (DescribedImg<?>) done.getOutput("output");
        assertArrayEquals(new long[] {64, 58, 3, 2}, output.dimensionsAsLongArray());
        assertTrue(output.metadata().color());
        assertFalse(
                texts(Views.hyperSlice(output, 2, 0)).equals(texts(Views.hyperSlice(output, 2, 2))), "it is not grey");
    }

    @Test
    void onlyTheCurrentSliceIfWished() throws Exception {
        Img<?> image = noise("uint8", 40, 36, 3, 2);
        DescribedImg<?> shown = DescribedImg.of(
                image,
                new DescribedImg.Metadata(
                        "cell",
                        List.of(Axis.X, Axis.Y, Axis.CHANNEL, Axis.Z),
                        false,
                        new long[] {0, 0, 2, 1},
                        null,
                        null));
        DescribedImg<?> output =
                (DescribedImg<?>) run(shown, Map.of("slices", "current")).getOutput("output");
        assertEquals(XYC, output.metadata().axes());
        assertEquals(
                texts((Img<?>)
                        run(known(shown.sliceShown(), XYC, null), Map.of()).getOutput("output")),
                texts(output));
    }

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

    private static CommandModule run(Img<?> image, Map<String, Object> inputs) throws Exception {
        Map<String, Object> all = new HashMap<>(Map.of(
                "image",
                image,
                "styleimage",
                noise("argb", 50, 40),
                "size",
                64,
                "steps",
                2,
                "losses",
                "content,gram,tv",
                "model",
                model.toString()));
        all.putAll(inputs);
        return context.service(CommandService.class)
                .run(StyleTransferCommand.class, true, all)
                .get();
    }

    private static String info(CommandModule done) {
        return ((DescribedImg<?>) done.getOutput("output")).metadata().info();
    }

    private static DescribedImg<?> known(Img<?> image, List<Axis> axes, RandomAccessibleInterval<?> selection) {
        return DescribedImg.of(
                image, new DescribedImg.Metadata("cell", axes, false, new long[axes.size()], selection, null));
    }

    /** Seeded by its sizes. */
    private static Img<?> noise(String type, long... sizes) {
        Img<?> image =
                switch (type) {
                    case "uint8" -> ArrayImgs.unsignedBytes(sizes);
                    case "uint16" -> ArrayImgs.unsignedShorts(sizes);
                    case "argb" -> ArrayImgs.argbs(sizes);
                    default -> ArrayImgs.floats(sizes);
                };
        Random random = new Random(Arrays.hashCode(sizes));
        for (Object value : image)
            if (value instanceof ARGBType color) color.set(0xff000000 | random.nextInt(1 << 24));
            else
                ((RealType<?>) value).setReal(type.equals("uint16") ? 300 + random.nextInt(3000) : random.nextInt(200));
        return image;
    }

    private static List<String> texts(RandomAccessibleInterval<?> image) {
        List<String> texts = new ArrayList<>();
        Views.flatIterable(image).forEach(value -> texts.add(value.toString()));
        return texts;
    }
}
