package io.github.neuralstyle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.StackOptions.Start;
import io.github.neuralstyle.image.Axis;
import io.github.neuralstyle.image.Images;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.loss.LossGraph;
import io.github.neuralstyle.model.FeatureModel;
import io.github.neuralstyle.model.TestModels;
import io.github.neuralstyle.transfer.Painter;
import io.github.neuralstyle.transfer.StackState;
import io.github.neuralstyle.transfer.TransferResult;
import io.github.neuralstyle.util.ProgressListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.imglib2.Cursor;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Stacks, start pictures and masks through a network. */
class StackStyleTest {

    private static final int WIDTH = 72, HEIGHT = 64;
    private static final Settings SETTINGS =
            Settings.defaults().withFinish("off").withSteps(10).withLastSteps(0);
    private static final Style STYLE = new Style(image(TestPictures.waves(80, 90, 2)));

    @TempDir
    private static Path folder;

    private static FeatureModel model;

    @BeforeAll
    static void load() {
        model = TestModels.tiny(folder);
    }

    @Test
    void twoChannelsOfSixteenBitsWithinARegion() {
        Img<UnsignedShortType> image = ArrayImgs.unsignedShorts(WIDTH, HEIGHT, 2, 2);
        Cursor<UnsignedShortType> cursor = image.localizingCursor();
        while (cursor.hasNext())
            cursor.next().set((int) (2000
                    + 1000
                            * Math.sin(0.2 * cursor.getIntPosition(0) + cursor.getIntPosition(3))
                            * Math.cos(0.3 * cursor.getIntPosition(1) + cursor.getIntPosition(2))));
        Img<BitType> mask = ArrayImgs.bits(WIDTH, HEIGHT);
        Cursor<BitType> bits = mask.localizingCursor();
        while (bits.hasNext()) bits.next().set(bits.getIntPosition(0) < 30);
        List<StackState> states = new ArrayList<>();
        StackTransfer.Result result = StackTransfer.run(
                model,
                image,
                List.of(Axis.X, Axis.Y, Axis.CHANNEL, Axis.TIME),
                List.of(new Region(mask, List.of(STYLE))),
                SETTINGS,
                StackOptions.defaults(),
                states::add);
        Cursor<UnsignedShortType> before = image.localizingCursor();
        Cursor<?> after = result.image().cursor();
        int changed = 0;
        while (before.hasNext()) {
            int old = before.next().get(), now = ((UnsignedShortType) after.next()).get();
            assertTrue(now == old || before.getIntPosition(0) < 30);
            assertTrue(now >= 990 && now <= 3010, () -> "value " + now);
            changed += now == old ? 0 : 1;
        }
        assertTrue(changed > 0.9 * 30 * HEIGHT * 4, changed + " changed");
        assertEquals(List.of(4, 4, 40), List.of(result.pictures(), result.all(), result.steps()));
        assertEquals(40, states.size());
        assertArrayEquals(new long[] {0, 0, 1, 0}, states.get(20).position());
        assertEquals(3, states.get(20).picture());
        for (int i = 1; i < 40; i++)
            assertTrue(states.get(i).done() > states.get(i - 1).done());
        assertEquals(1, states.get(39).done(), 1e-9);
    }

    /** A patch moves over a still background, with noise that is another one in each frame. */
    @Test
    void goingOnFlickersLessThanStartingAnew() {
        Img<UnsignedByteType> image = ArrayImgs.unsignedBytes(WIDTH, HEIGHT, 3, 3);
        Pixels still = TestPictures.waves(WIDTH, HEIGHT, 1), patch = TestPictures.waves(WIDTH, HEIGHT, 5);
        Random noise = new Random(1);
        Cursor<UnsignedByteType> cursor = image.localizingCursor();
        while (cursor.hasNext()) {
            UnsignedByteType value = cursor.next();
            int x = cursor.getIntPosition(0), y = cursor.getIntPosition(1), t = cursor.getIntPosition(3);
            boolean within = x >= 10 + 3 * t && x < 30 + 3 * t && y >= 20 && y < 40;
            int i = 3 * (y * WIDTH + (within ? x - 3 * t : x)) + cursor.getIntPosition(2);
            double noisy = (within ? patch : still).values()[i] + 12 * noise.nextGaussian();
            value.set((int) Math.max(0, Math.min(255, noisy)));
        }
        double continued = flicker(image, Start.CONTINUED), independent = flicker(image, Start.INDEPENDENT);
        assertTrue(continued < independent, continued + " and " + independent);
    }

    /** The mean absolute difference between frames, less that of the input's. */
    private static double flicker(Img<UnsignedByteType> image, Start start) {
        Img<?> result = StackTransfer.run(
                        model,
                        image,
                        List.of(Axis.X, Axis.Y, Axis.CHANNEL, Axis.TIME),
                        List.of(Region.whole(List.of(STYLE))),
                        SETTINGS,
                        StackOptions.defaults().with(Options.START, start),
                        ProgressListener.none())
                .image();
        return differences(result) - differences(image);
    }

    private static double differences(Img<?> image) {
        List<Integer> values = new ArrayList<>();
        image.forEach(value -> values.add(((UnsignedByteType) value).get()));
        int frame = WIDTH * HEIGHT * 3;
        double sum = 0;
        for (int i = frame; i < values.size(); i++) sum += Math.abs(values.get(i) - values.get(i - frame));
        return sum / (values.size() - frame);
    }

    @Test
    void keptTargetsGiveTheSamePictures() {
        Pixels one = TestPictures.waves(WIDTH, HEIGHT, 1), two = TestPictures.waves(WIDTH, HEIGHT, 3);
        Settings settings = SETTINGS.withSize(140);
        try (LossGraph graph = new LossGraph(model, SETTINGS.get(Options.PRECISION));
                Painter kept = StyleTransfer.painter(graph, Style.read(List.of(STYLE)), settings, true)) {
            kept.paint(one, null, ProgressListener.none());
            assertArrayEquals(
                    StyleTransfer.run(model, image(two), List.of(STYLE), settings, ProgressListener.none())
                            .picture()
                            .values(),
                    kept.paint(Pixels.of(image(two)), null, ProgressListener.none())
                            .picture()
                            .values());
        }
    }

    /** Of a style beside another one, under a mask, the picture is much as of that style alone. */
    @Test
    void aMaskLimitsWhatIsLearnt() {
        Pixels content = TestPictures.waves(WIDTH, HEIGHT, 1),
                left = TestPictures.waves(64, 64, 2),
                right = TestPictures.constant(64, 64, 30);
        float[] values = new float[2 * left.values().length];
        boolean[] inside = new boolean[128 * 64];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = i % 128 < 64;
            System.arraycopy((inside[i] ? left : right).values(), 3 * (i / 128 * 64 + i % 64), values, 3 * i, 3);
        }
        Img<?> both = Images.fromPixels(values, 128, 64);
        Settings settings = SETTINGS.withStyleScale(4).withSteps(20);
        float[] alone = paint(content, new Style(image(left)), settings);
        double masked =
                difference(alone, paint(content, new Style(both, 1, ArrayImgs.booleans(inside, 128, 64)), settings));
        double unmasked = difference(alone, paint(content, new Style(both), settings));
        assertTrue(masked < 0.5 * unmasked, masked + " and " + unmasked);
    }

    private static float[] paint(Pixels content, Style style, Settings settings) {
        TransferResult result = StyleTransfer.run(
                model, image(content), List.of(style), settings.withSize(WIDTH), ProgressListener.none());
        assertFalse(result.stopped());
        return result.picture().values();
    }

    private static double difference(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += Math.abs(a[i] - b[i]);
        return sum / a.length;
    }

    @Test
    void masksOfStylesThatCannotBeUsed() {
        Img<?> style = image(TestPictures.waves(80, 90, 2));
        Img<BitType> small = ArrayImgs.bits(80, 90);
        small.firstElement().set(true);
        TestErrors.assertSentence(
                assertThrows(IllegalArgumentException.class, () -> Style.read(List.of(new Style(style, 1, small)))),
                "masked style",
                "1x1",
                "32");
        TestErrors.assertSentence(
                assertThrows(
                        IllegalArgumentException.class,
                        () -> Style.read(List.of(new Style(style, 1, ArrayImgs.bits(80, 91))))),
                "80x91",
                "80x90",
                "style");
    }

    private static Img<?> image(Pixels pixels) {
        Img<UnsignedByteType> image = ArrayImgs.unsignedBytes(pixels.width(), pixels.height(), 3);
        Cursor<UnsignedByteType> cursor = image.localizingCursor();
        while (cursor.hasNext()) {
            UnsignedByteType value = cursor.next();
            value.set(Math.round(pixels.values()[
                    3 * (cursor.getIntPosition(1) * pixels.width() + cursor.getIntPosition(0))
                            + cursor.getIntPosition(2)]));
        }
        return image;
    }
}
