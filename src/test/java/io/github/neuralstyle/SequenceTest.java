package io.github.neuralstyle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.StackOptions.Start;
import io.github.neuralstyle.image.Axis;
import io.github.neuralstyle.image.Images;
import io.github.neuralstyle.image.Motion;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.model.FeatureModel;
import io.github.neuralstyle.model.TestModels;
import io.github.neuralstyle.transfer.Painter.Previous;
import io.github.neuralstyle.util.ProgressListener;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Frames of a scene that is still, panned or rotated. */
class SequenceTest {

    private static final int SIDE = 72, FRAMES = 3;

    private final MovingScene scene = new MovingScene(4);

    @TempDir
    private static Path folder;

    private static FeatureModel model;

    @BeforeAll
    static void load() {
        model = TestModels.tiny(folder);
    }

    @ParameterizedTest
    @CsvSource({"5.3, 1.7, 0, off", "0, 0, 0, 0.5", "5.3, 1.7, 0, 0.5", "0, 0, 4, 0.5"})
    void goingOnHalvesTheFlicker(double x, double y, double degrees, String finish) {
        Motion step = Motion.of(x, y, Math.toRadians(degrees), SIDE, SIDE);
        double continued = flicker(step, finish, Start.CONTINUED),
                independent = flicker(step, finish, Start.INDEPENDENT);
        assertTrue(continued < 0.5 * independent, continued + " and " + independent);
    }

    /** Of the result over that of the content. */
    private double flicker(Motion step, String finish, Start start) {
        List<Pixels> contents = IntStream.range(0, FRAMES)
                .mapToObj(t -> scene.picture(SIDE, SIDE, step, t, 4))
                .toList();
        Settings settings = Settings.defaults().withFinish(finish).withSteps(10).withLastSteps(0);
        Img<?> result = StackTransfer.run(
                        model,
                        stack(contents),
                        List.of(Axis.X, Axis.Y, Axis.CHANNEL, Axis.TIME),
                        List.of(Region.whole(List.of(new Style(
                                Images.fromPixels(TestPictures.waves(80, 90, 2).values(), 80, 90))))),
                        settings,
                        StackOptions.defaults().with(Options.START, start),
                        ProgressListener.none())
                .image();
        return MovingScene.flicker(frames(result), step) / MovingScene.flicker(contents, step);
    }

    private static Img<UnsignedByteType> stack(List<Pixels> frames) {
        Img<UnsignedByteType> stack = ArrayImgs.unsignedBytes(SIDE, SIDE, 3, FRAMES);
        int i = 0;
        for (UnsignedByteType value : stack) {
            int pixel = i % (SIDE * SIDE), plane = i++ / (SIDE * SIDE);
            value.set(Math.round(frames.get(plane / 3).values()[3 * pixel + plane % 3]));
        }
        return stack;
    }

    private static List<Pixels> frames(Img<?> stack) {
        List<Pixels> frames = new ArrayList<>();
        for (int t = 0; t < FRAMES; t++) frames.add(TestPictures.constant(SIDE, SIDE, 0));
        int i = 0;
        for (Object value : stack) {
            int pixel = i % (SIDE * SIDE), plane = i++ / (SIDE * SIDE);
            frames.get(plane / 3).values()[3 * pixel + plane % 3] = ((UnsignedByteType) value).get();
        }
        return frames;
    }

    /** What comes in at the border has no place, no paint, and the content of now. */
    @Test
    void thePictureBeforeFollowsTheScene() {
        Motion step = Motion.of(6, 0, 0, SIDE, SIDE);
        Pixels before = scene.picture(SIDE, SIDE, step, 0, 0), now = scene.picture(SIDE, SIDE, step, 1, 0);
        Pixels paint = TestPictures.waves(SIDE / 2, SIDE / 2, 1);
        Previous moved = new Previous(before, paint).follow(now);
        assertArrayEquals(now.values(), moved.content().values(), 2);
        for (int x = 0; x < SIDE / 2; x++) {
            float value = moved.picture().values()[3 * (20 * (SIDE / 2) + x)];
            if (x >= SIDE / 2 - 3) assertTrue(Float.isNaN(value) || x == SIDE / 2 - 3);
            else assertTrue(Math.abs(value - paint.values()[3 * (20 * (SIDE / 2) + x + 3)]) < 8);
        }
    }

    @Test
    void onlyNoiseIsLeftOut() {
        Motion still = Motion.of(0, 0, 0, SIDE, SIDE);
        Pixels before = scene.picture(SIDE, SIDE, still, 0, 5), noisy = scene.picture(SIDE, SIDE, still, 1, 5);
        for (int y = 20; y < 50; y++)
            for (int i = 3 * (y * SIDE + 20); i < 3 * (y * SIDE + 50); i++)
                noisy.values()[i] = (noisy.values()[i] + 90) % 256;
        Previous previous = new Previous(before, before);
        Pixels taken = previous.taken(noisy);
        int outside = 3 * (65 * SIDE + 20), inside = 3 * (35 * SIDE + 30);
        double left = 0, whole = 0, lost = 0;
        for (int i = 0; i < 60; i++) {
            left += Math.abs(taken.values()[outside + i] - before.values()[outside + i]);
            whole += Math.abs(noisy.values()[outside + i] - before.values()[outside + i]);
            lost = Math.max(lost, Math.abs(taken.values()[inside + i] - noisy.values()[inside + i]));
        }
        assertTrue(left < 0.3 * whole, left + " of " + whole);
        assertTrue(lost < 3, "lost " + lost);
        assertArrayEquals(
                new MovingScene(9).picture(SIDE, SIDE, still, 0, 5).values(),
                previous.taken(new MovingScene(9).picture(SIDE, SIDE, still, 0, 5))
                        .values(),
                40);
    }
}
