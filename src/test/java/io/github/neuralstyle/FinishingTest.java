package io.github.neuralstyle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.image.Mask;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.image.Resampling;
import io.github.neuralstyle.transfer.FinishingPainter;
import io.github.neuralstyle.transfer.Painter;
import io.github.neuralstyle.transfer.Styles;
import io.github.neuralstyle.transfer.TransferResult;
import io.github.neuralstyle.transfer.TransferState;
import io.github.neuralstyle.transfer.TransferState.Stage;
import io.github.neuralstyle.util.ProgressListener;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Test;

/** The finish of what a network paints, which is here the content itself at the network's size. */
class FinishingTest {

    private static final Pixels CONTENT = TestPictures.waves(96, 72, 1), STYLE = TestPictures.waves(96, 90, 2);
    private static final Settings SETTINGS = Settings.defaults().withSize(96).withSteps(3);

    private static Painter network(Settings settings) {
        return (content, before, progress) -> {
            int width = settings.networkSize(), height = width * content.height() / content.width();
            Pixels picture = Resampling.resize(content, width, height);
            for (int step = 1; step <= 3; step++)
                if (!progress.update(new TransferState(
                        1, 1, width, height, step, 3, step / 3.0, Map.of("gram", 0.5), Duration.ZERO, () -> picture)))
                    return new TransferResult(picture, step, true);
            return new TransferResult(picture, 3, false);
        };
    }

    private static FinishingPainter painter(Settings settings, boolean keep, Pixels... styles) {
        double[] weights = new double[styles.length];
        Arrays.fill(weights, 1);
        return StyleTransfer.finishing(network(settings), Styles.of(List.of(styles), weights), settings, keep);
    }

    /** With so little detail that the finish raises none. */
    private static Pixels faint() {
        float[] values = CONTENT.values().clone();
        for (int i = 0; i < values.length; i++) values[i] = 110 + values[i] / 16;
        return new Pixels(CONTENT.width(), CONTENT.height(), values);
    }

    private static Pixels paint(Settings settings, Pixels... styles) {
        return painter(settings, false, styles)
                .paint(CONTENT, null, ProgressListener.none())
                .picture();
    }

    @Test
    void aPartOfTheStyleStaysAsItIsWithItsFractions() {
        Pixels part = new Pixels(96, 72, Arrays.copyOf(STYLE.values(), 3 * 96 * 72));
        TransferResult result = painter(SETTINGS, false, STYLE).paint(part, null, ProgressListener.none());
        assertArrayEquals(part.values(), result.picture().values());
        assertTrue(part.values()[0] != Math.rint(part.values()[0]), "not rounded");
    }

    @Test
    void aResultIsLargerThanTheNetworksPictureAndSharper() {
        Pixels picture = paint(SETTINGS.withSize(192).withNetworkSize(64), TestPictures.waves(192, 150, 2));
        assertEquals(192, picture.width());
        assertEquals(144, picture.height());
        Pixels enlarged = Resampling.resize(Resampling.resize(CONTENT, 64, 48), 192, 144);
        assertTrue(steps(picture) > 1.4 * steps(enlarged), steps(picture) + " and " + steps(enlarged));
    }

    /** The mean difference of pixels side by side. */
    private static double steps(Pixels picture) {
        float[] values = picture.values();
        double sum = 0;
        for (int i = 3; i < values.length; i++) sum += Math.abs(values[i] - values[i - 3]);
        return sum / values.length;
    }

    @Test
    void aDrawingIsTheSameRounded() {
        Settings settings = SETTINGS.withFinish("0.3");
        Pixels picture = paint(settings, STYLE);
        BufferedImage image = painter(settings, false, STYLE)
                .draw(CONTENT, ProgressListener.none())
                .image();
        for (int i = 0; i < 96 * 72; i++) {
            int rgb = image.getRGB(i % 96, i / 96);
            for (int c = 0; c < 3; c++) assertEquals(picture.values()[3 * i + c], rgb >> 16 - 8 * c & 0xff, 2);
        }
    }

    @Test
    void theAmountFollowsTheStrengthUnlessItIsGiven() {
        assertArrayEquals(
                paint(SETTINGS.withFinish("0.4"), STYLE).values(),
                paint(SETTINGS, STYLE).values());
        assertArrayEquals(
                paint(SETTINGS.withFinish("0.4"), STYLE).values(),
                paint(SETTINGS.withFinish("0.4").withStrength(1), STYLE).values());
        assertFalse(Arrays.equals(
                paint(SETTINGS, STYLE).values(),
                paint(SETTINGS.withStrength(1), STYLE).values()));
        assertTrue(SETTINGS.withFinish("off").finish().isEmpty());
        assertTrue(Preset.ARTICLE.settings().finish().isEmpty());
    }

    @Test
    void atStrengthZeroTheContentIsResizedWithoutTheNetwork() {
        Settings settings = SETTINGS.withSize(300).withStrength(0);
        TransferResult result = StyleTransfer.painter(null, Styles.of(List.of(STYLE), 1), settings, false)
                .paint(CONTENT, null, ProgressListener.none());
        assertArrayEquals(
                Resampling.resize(CONTENT, 300, 225).values(), result.picture().values());
        assertFalse(result.stopped());
    }

    @Test
    void rotationsOfferMore() {
        Pixels turned = turned(STYLE);
        Settings settings = SETTINGS.withFinish("0.2");
        TransferResult plain = StyleTransfer.finishing(
                        (content, before, progress) -> network(settings).paint(turned, before, progress),
                        Styles.of(List.of(STYLE), 1),
                        settings,
                        false)
                .paint(turned, null, ProgressListener.none());
        Settings all = settings.with(Options.FINISH_ROTATIONS, true);
        TransferResult rotated = StyleTransfer.finishing(network(all), Styles.of(List.of(STYLE), 1), all, false)
                .paint(turned, null, ProgressListener.none());
        assertTrue(difference(turned, rotated.picture()) < 0.5 * difference(turned, plain.picture()));
    }

    /** Of 90x96 pixels, cropped to 90x90: a quarter turn clockwise. */
    private static Pixels turned(Pixels image) {
        float[] values = new float[3 * 96 * 72];
        for (int y = 0; y < 72; y++)
            for (int x = 0; x < 90; x++)
                System.arraycopy(image.values(), 3 * ((89 - x) * 96 + y), values, 3 * (y * 96 + x), 3);
        for (int y = 0; y < 72; y++)
            for (int x = 90; x < 96; x++) System.arraycopy(values, 3 * (y * 96 + 89), values, 3 * (y * 96 + x), 3);
        return new Pixels(96, 72, values);
    }

    private static double difference(Pixels a, Pixels b) {
        double sum = 0;
        for (int i = 0; i < a.values().length; i++) sum += Math.abs(a.values()[i] - b.values()[i]);
        return sum / a.values().length;
    }

    @Test
    void isTheLastPartOfOneWork() {
        List<TransferState> states = new ArrayList<>();
        painter(SETTINGS, false, STYLE).paint(CONTENT, null, states::add);
        List<Stage> stages = states.stream().map(TransferState::stage).toList();
        assertEquals(List.of(Stage.STEPS, Stage.STEPS, Stage.STEPS, Stage.FINISH), stages.subList(0, 4));
        for (int i = 1; i < states.size(); i++)
            assertTrue(states.get(i).done() >= states.get(i - 1).done(), states::toString);
        TransferState last = states.get(states.size() - 1);
        assertEquals(1, last.done());
        assertEquals("finish", last.activity());
        assertEquals(Map.of("gram", 0.5), last.losses());
        assertNotNull(last.picture().get());
    }

    @Test
    void whoStopsItBeforeItsCoarsestLevelGetsTheNetworksPicture() {
        Settings settings = SETTINGS.withSize(192).withNetworkSize(96);
        TransferResult result =
                painter(settings, false, STYLE).paint(CONTENT, null, state -> state.stage() != Stage.FINISH);
        assertTrue(result.stopped());
        assertArrayEquals(
                Resampling.resize(CONTENT, 192, 144).values(), result.picture().values());
    }

    @Test
    void whoStopsItLaterGetsTheFinishSoFar() {
        Settings settings = SETTINGS.withSize(700).withNetworkSize(96);
        boolean[] shown = {false};
        TransferResult result = painter(settings, false, STYLE).paint(CONTENT, null, state -> {
            shown[0] |= state.stage() == Stage.FINISH && state.picture().get().width() > 96;
            return !shown[0];
        });
        assertTrue(shown[0] && result.stopped());
        Pixels enlarged = Resampling.resize(Resampling.resize(CONTENT, 96, 72), 700, 525);
        assertTrue(steps(result.picture()) > 1.5 * steps(enlarged));
        assertEquals(700, result.picture().width());
    }

    @Test
    void onlyPixelsInsideAStylesMaskAreUsed() {
        byte[] inside = new byte[96 * 90];
        for (int i = 0; i < inside.length; i++) inside[i] = (byte) (i % 96 < 48 ? 1 : 0);
        Mask mask = Mask.of(ArrayImgs.unsignedBytes(inside, 96, 90), "style", 96, 90);
        float[] values = STYLE.values().clone();
        for (int i = 0; i < values.length; i++) values[i] = inside[i / 3] == 1 ? values[i] / 2 : 255;
        Styles styles = Styles.of(List.of(new Pixels(96, 90, values)), Arrays.asList(mask), 1);
        Pixels picture = StyleTransfer.finishing(network(SETTINGS), styles, SETTINGS, false)
                .paint(faint(), null, ProgressListener.none())
                .picture();
        for (float value : picture.values()) assertTrue(value < 200, "" + value);
    }

    @Test
    void aMaskWithoutWholePatchesIsRefusedBeforeTheWork() {
        byte[] inside = new byte[96 * 90];
        for (int i = 0; i < inside.length; i++) inside[i] = (byte) (i % 96 == i / 96 ? 1 : 0);
        Mask mask = Mask.of(ArrayImgs.unsignedBytes(inside, 96, 90), "style", 96, 90);
        Styles styles = Styles.of(List.of(STYLE), Arrays.asList(mask), 1);
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> StyleTransfer.finishing(network(SETTINGS), styles, SETTINGS, false))
                .getMessage();
        assertTrue(message.contains("has 0 whole patches") && message.contains("no finish"), message);
    }

    @Test
    void picturesThatAreKeptAreGoneOnFrom() {
        FinishingPainter painter = painter(SETTINGS, true, STYLE);
        TransferResult first = painter.paint(CONTENT, null, ProgressListener.none());
        Pixels noisy = noisy(CONTENT, 5);
        TransferResult alone = painter.paint(noisy, null, ProgressListener.none());
        TransferResult next = painter.paint(
                noisy, new Painter.Previous(CONTENT, first.network(), first.finish()), ProgressListener.none());
        assertTrue(difference(first.picture(), next.picture()) < 0.8 * difference(first.picture(), alone.picture()));
        assertNull(painter(SETTINGS, false, STYLE)
                .paint(CONTENT, null, ProgressListener.none())
                .finish());
    }

    private static Pixels noisy(Pixels image, int seed) {
        Random random = new Random(seed);
        float[] values = image.values().clone();
        for (int i = 0; i < values.length; i++) values[i] += (float) (6 * random.nextGaussian());
        return new Pixels(image.width(), image.height(), values);
    }
}
