package io.github.neuralstyle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.image.Axis;
import io.github.neuralstyle.image.Hyperstack;
import io.github.neuralstyle.image.IntensityMapping.Choice;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.transfer.Painter;
import io.github.neuralstyle.transfer.TransferResult;
import io.github.neuralstyle.util.ProgressListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.imglib2.Cursor;
import net.imglib2.RandomAccess;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.logic.BitType;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.IntegerType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;

/** A thousand images of random axes, types, masks and options, in place of the network a painter of negatives or of copies. */
class RandomHyperstacksTest {

    private static final Style STYLE = new Style(ArrayImgs.bytes(1, 1));

    @Test
    void sizeTypeAndWhatIsOutsideStay() {
        int changed = 0;
        for (int seed = 0; seed < 1000; seed++) {
            Case random = new Case(new Random(seed));
            Img<?> before =
                    random.stack().copy(random.stack().width(), random.stack().height());
            Img<?> after = random.run((content, from, progress) -> result(negative(content)));
            assertArrayEquals(random.image.dimensionsAsLongArray(), after.dimensionsAsLongArray(), "seed " + seed);
            assertSame(random.image.getType().getClass(), after.getType().getClass(), "seed " + seed);
            assertEqual(before, random.image, null, random.axes, seed);
            changed += assertEqual(before, after, random.mask, random.axes, seed);
        }
        assertTrue(changed > 100000, changed + " pixels changed");
    }

    /** What was not changed comes back: exactly, for integers of up to 16 bits and colours, but to rounding for others. */
    @Test
    void copiesAreTheInput() {
        for (int seed = 0; seed < 1000; seed++) {
            Case random = new Case(new Random(seed));
            if (random.options.range() == Choice.PERCENTILE) continue;
            random.options = random.options.with(Settings.defaults().withStrength(0));
            Img<?> after = random.run((content, from, progress) -> result(content));
            if (random.image.getType() instanceof RealType<?> type
                    && !(type instanceof IntegerType && type.getBitsPerPixel() <= 16))
                assertClose(random.image, after, seed);
            else assertEqual(random.image, after, null, random.axes, seed);
        }
    }

    private static Pixels negative(Pixels picture) {
        float[] values = picture.values().clone();
        for (int i = 0; i < values.length; i++) values[i] = 255 - values[i];
        return new Pixels(picture.width(), picture.height(), values);
    }

    private static TransferResult result(Pixels picture) {
        return new TransferResult(picture, 1, false);
    }

    /** Asserts that pixels are equal, but those inside the mask; returns how many are not. */
    private static int assertEqual(
            RandomAccessibleInterval<?> expected,
            RandomAccessibleInterval<?> actual,
            RandomAccessibleInterval<BitType> mask,
            List<Axis> axes,
            int seed) {
        int different = 0;
        Cursor<?> a = Views.flatIterable(Views.zeroMin(expected)).localizingCursor(),
                b = Views.flatIterable(Views.zeroMin(actual)).cursor();
        RandomAccess<BitType> inside = mask == null ? null : mask.randomAccess();
        while (a.hasNext()) {
            boolean equal = a.next().equals(b.next());
            different += equal ? 0 : 1;
            if (!equal) {
                assertTrue(mask != null, "seed " + seed);
                inside.setPosition(a.getLongPosition(axes.indexOf(Axis.X)), 0);
                inside.setPosition(a.getLongPosition(axes.indexOf(Axis.Y)), 1);
                assertTrue(inside.get().get(), "seed " + seed);
            }
        }
        return different;
    }

    private static void assertClose(
            RandomAccessibleInterval<?> expected, RandomAccessibleInterval<?> actual, int seed) {
        Cursor<?> a = Views.flatIterable(Views.zeroMin(expected)).cursor(),
                b = Views.flatIterable(Views.zeroMin(actual)).cursor();
        double largest = 1, error = 0;
        while (a.hasNext()) {
            double value = ((RealType<?>) a.next()).getRealDouble();
            largest = Math.max(largest, Math.abs(value));
            error = Math.max(error, Math.abs(value - ((RealType<?>) b.next()).getRealDouble()));
        }
        assertTrue(error <= 1e-6 * largest, "seed " + seed + ": " + error / largest);
    }

    /** An image of two to six axes in random order. */
    private static final class Case {

        List<Axis> axes = new ArrayList<>(List.of(Axis.X, Axis.Y));
        RandomAccessibleInterval<?> image;
        Img<BitType> mask;
        StackOptions options;

        Case(Random random) {
            int type = random.nextInt(8);
            for (Axis axis : List.of(Axis.CHANNEL, Axis.Z, Axis.TIME, Axis.OTHER))
                if (random.nextBoolean()) axes.add(axis);
            Collections.shuffle(axes, random);
            long[] size = axes.stream()
                    .mapToLong(axis -> axis == Axis.X || axis == Axis.Y ? 1 + random.nextInt(9) : 1 + random.nextInt(4))
                    .toArray();
            Img<?> img = image(type, size);
            Cursor<?> cursor = img.cursor();
            while (cursor.hasNext()) fill(cursor.next(), type, random);
            image = random.nextBoolean()
                    ? img
                    : Views.translate(
                            img,
                            Arrays.stream(size).map(s -> random.nextInt(9) - 4).toArray());
            mask = ArrayImgs.bits(size[axes.indexOf(Axis.X)], size[axes.indexOf(Axis.Y)]);
            for (BitType bit : mask) bit.set(random.nextInt(3) > 0);
            mask.firstElement().set(true);
            int choices = type < 5 ? 3 : 2;
            options = StackOptions.builder()
                    .set(Options.START, StackOptions.Start.values()[random.nextInt(2)])
                    .set(
                            Options.CHANNELS,
                            random.nextBoolean() ? StackOptions.Channels.AUTO : StackOptions.Channels.SEPARATE)
                    .set(Options.RANGE, Choice.values()[random.nextInt(choices)])
                    .set(Options.JOINT, random.nextBoolean())
                    .set(Options.SATURATED, 1.0)
                    .set(Options.FEATHER, random.nextInt(3))
                    .build();
        }

        static Img<?> image(int type, long[] size) {
            return switch (type) {
                case 0 -> ArrayImgs.unsignedBytes(size);
                case 1 -> ArrayImgs.unsignedShorts(size);
                case 2 -> ArrayImgs.shorts(size);
                case 3 -> ArrayImgs.unsigned12Bits(size);
                case 4 -> ArrayImgs.argbs(size);
                case 5 -> ArrayImgs.floats(size);
                case 6 -> ArrayImgs.doubles(size);
                default -> ArrayImgs.bytes(size);
            };
        }

        static void fill(Object pixel, int type, Random random) {
            if (pixel instanceof ARGBType color) color.set(0xff000000 | random.nextInt(1 << 24));
            else if (pixel instanceof IntegerType<?> integer)
                integer.setReal(integer.getMinValue()
                        + random.nextInt((int) (integer.getMaxValue() - integer.getMinValue()) + 1));
            else ((RealType<?>) pixel).setReal(100 * random.nextGaussian());
        }

        Hyperstack stack() {
            return new Hyperstack(image, axes);
        }

        Img<?> run(Painter painter) {
            return StackTransfer.run(
                            stack(),
                            List.of(new Region(mask, List.of(STYLE))),
                            region -> painter,
                            options,
                            ProgressListener.none())
                    .image();
        }
    }
}
