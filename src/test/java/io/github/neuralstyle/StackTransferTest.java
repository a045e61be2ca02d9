package io.github.neuralstyle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.StackOptions.Channels;
import io.github.neuralstyle.StackOptions.Start;
import io.github.neuralstyle.StackTransfer.Result;
import io.github.neuralstyle.image.Axis;
import io.github.neuralstyle.image.Hyperstack;
import io.github.neuralstyle.image.IntensityMapping;
import io.github.neuralstyle.transfer.Painter;
import io.github.neuralstyle.transfer.TransferResult;
import io.github.neuralstyle.util.ProgressListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which pictures are made of what, and where they go; in place of the network simple painters. */
class StackTransferTest extends StackTransferRuns {

    @ParameterizedTest
    @CsvSource({
        "Z, TIME, '0<null 1<0 2<1 10<0 11<10 12<11'",
        "TIME, Z, '0<null 10<0 1<0 11<1 2<1 12<2'",
        "CHANNEL, TIME, '0<null 1<0 2<1 10<null 11<10 12<11'",
        "OTHER, Z, '0<null 1<0 2<1 10<null 11<10 12<11'"
    })
    void picturesGoOnFromTheFrameBefore(Axis slow, Axis fast, String expected) {
        // values tell the position: tens along the first axis, ones along the second
        Img<UnsignedByteType> image = ArrayImgs.unsignedBytes(new byte[] {0, 10, 1, 11, 2, 12}, 1, 1, 2, 3);
        List<Axis> axes = List.of(Axis.X, Axis.Y, slow, fast);
        List<String> seen = new ArrayList<>();
        Painter painter = (content, before, progress) -> {
            seen.add((int) content.values()[0] + "<"
                    + (before == null ? null : (int) before.content().values()[0]));
            return new TransferResult(content, 1, false);
        };
        run(image, axes, WHOLE, painter, OPTIONS);
        assertEquals(expected, String.join(" ", seen));
        seen.clear();
        run(image, axes, WHOLE, painter, OPTIONS.with(Options.START, Start.INDEPENDENT));
        assertTrue(seen.stream().allMatch(each -> each.endsWith("<null")) && seen.size() == 6, seen::toString);
    }

    @Test
    void threeChannelsOfBytesAreColours() {
        byte[] values = {10, 20, 30};
        List<float[]> seen = contents(ArrayImgs.unsignedBytes(values, 1, 1, 3), OPTIONS);
        assertEquals(1, seen.size());
        assertArrayEquals(new float[] {10, 20, 30}, seen.get(0));
        assertArrayEquals(
                new float[] {20, 20, 20},
                contents(ArrayImgs.unsignedBytes(values, 1, 1, 3), OPTIONS.with(Options.CHANNELS, Channels.SEPARATE))
                        .get(1));
        Img<?> deep = ArrayImgs.unsignedShorts(new short[] {0, 100, 400, 500, 600, 1000}, 2, 1, 3);
        assertEquals(3, contents(deep, OPTIONS).size());
        assertArrayEquals(
                new float[] {0, 102, 153, 25.5f, 127.5f, 255},
                contents(deep, OPTIONS.with(Options.CHANNELS, Channels.COLOR).with(Options.JOINT, true))
                        .get(0));
        assertSentence(
                () -> contents(ArrayImgs.bytes(1, 1, 2), OPTIONS.with(Options.CHANNELS, Channels.COLOR)),
                "color",
                "2",
                "3",
                "separate");
    }

    private static List<float[]> contents(RandomAccessibleInterval<?> image, StackOptions options) {
        List<float[]> seen = new ArrayList<>();
        run(
                image,
                List.of(Axis.X, Axis.Y, Axis.CHANNEL),
                WHOLE,
                (content, before, progress) -> {
                    seen.add(content.values());
                    return new TransferResult(content, 1, false);
                },
                options);
        return seen;
    }

    @Test
    void oneChannelGetsTheLuminance() {
        Painter red = (content, before, progress) -> result(255, 0, 0, content);
        assertArrayEquals(
                new double[] {76, 76},
                values(run(ArrayImgs.unsignedBytes(2, 1), List.of(Axis.X, Axis.Y), WHOLE, red, OPTIONS)));
        Img<?> deep = ArrayImgs.unsignedShorts(new short[] {1000, 3000}, 2, 1);
        assertArrayEquals(new double[] {1598, 1598}, values(run(deep, List.of(Axis.X, Axis.Y), WHOLE, red, OPTIONS)));
    }

    @Test
    void featheredEdgesMixInsideTheRegion() {
        Img<?> mask = ArrayImgs.unsignedBytes(new byte[] {0, 9, 9, 9, 9}, 5, 1);
        Img<?> image = ArrayImgs.unsignedBytes(new byte[] {7, 7, 7, 107, 107}, 5, 1);
        Result result = run(
                image,
                List.of(Axis.X, Axis.Y),
                List.of(new Region(mask, STYLES)),
                WHITE,
                OPTIONS.with(Options.FEATHER, 3));
        assertArrayEquals(new double[] {7, 7 + 248 / 4, 7 + 248 / 2, 107 + 148 * 3 / 4, 255}, values(result));
    }

    @Test
    void eachLabelHasItsStyleAndLaterRegionsLieOver() {
        Img<UnsignedByteType> labels = ArrayImgs.unsignedBytes(new byte[] {0, 1, 2, 3, 2}, 5, 1);
        List<Region> regions = new ArrayList<>(Region.ofLabels(labels, Map.of(2, STYLES, 3, STYLES)));
        regions.add(new Region(ArrayImgs.booleans(new boolean[] {false, true, false, false, true}, 5, 1), STYLES));
        Result result = StackTransfer.run(
                new Hyperstack(ArrayImgs.unsignedBytes(new byte[] {9, 9, 9, 9, 9}, 5, 1), List.of(Axis.X, Axis.Y)),
                regions,
                region -> (content, before, progress) -> {
                    int value = 100 + 10 * regions.indexOf(region);
                    return result(value, value, value, content);
                },
                OPTIONS,
                ProgressListener.none());
        assertArrayEquals(new double[] {9, 120, 100, 110, 120}, values(result));
        assertEquals(3, result.pictures());
        assertSentence(() -> Region.ofLabels(labels, Map.of(4, STYLES)), "label 4", "[1, 2, 3]");
        assertSentence(() -> Region.ofLabels(labels, Map.of(0, STYLES)), "label 0", "[1, 2, 3]");
        assertSentence(() -> Region.ofLabels(labels, Map.of()), "style", "[1, 2, 3]");
    }

    @Test
    void transparentColoursAreMixedOverWhite() {
        Img<?> image = ArrayImgs.argbs(new int[] {0x80102030, 0x00000000, 0xff102030}, 3, 1);
        Result result = run(
                image,
                List.of(Axis.X, Axis.Y),
                List.of(new Region(ArrayImgs.booleans(new boolean[] {false, true, true}, 3, 1), STYLES)),
                (content, before, progress) -> new TransferResult(content, 1, false),
                OPTIONS);
        List<String> pixels = new ArrayList<>();
        result.image().forEach(pixel -> pixels.add(pixel.toString()));
        assertEquals("[(r=16,g=32,b=48,a=128), (r=255,g=255,b=255,a=255), (r=16,g=32,b=48,a=255)]", pixels.toString());
    }

    @Test
    void planesGetAnotherSize() {
        Img<?> image = ArrayImgs.unsignedShorts(new short[] {1, 2, 3, 4, 5, 6, 7, 8}, 2, 1, 2, 2);
        List<Axis> axes = List.of(Axis.X, Axis.Y, Axis.CHANNEL, Axis.Z);
        Result larger = run(image, axes, WHOLE, WHITE, OPTIONS.with(Options.STACK_SIZE, 4));
        assertArrayEquals(new long[] {4, 2, 2, 2}, larger.image().dimensionsAsLongArray());
        assertArrayEquals(
                new double[] {6, 6, 6, 6, 6, 6, 6, 6, 8, 8, 8, 8, 8, 8, 8, 8}, Arrays.copyOf(values(larger), 16));
        Painter stopping = (content, before, progress) -> new TransferResult(content, 1, true);
        Result stopped = run(image, axes, WHOLE, stopping, OPTIONS.with(Options.STACK_SIZE, 4));
        assertArrayEquals(
                new double[] {1, 1, 2, 2, 1, 1, 2, 2, 3, 3, 4, 4, 3, 3, 4, 4}, Arrays.copyOf(values(stopped), 16));
        assertSentence(
                () -> run(
                        image,
                        axes,
                        List.of(new Region(ArrayImgs.bits(2, 1), STYLES)),
                        WHITE,
                        OPTIONS.with(Options.STACK_SIZE, 4)),
                "size",
                "4",
                "mask",
                "0");
    }

    @Test
    void greyGetsColoursOfBytesByItsMap() {
        Hyperstack grey = new Hyperstack(
                ArrayImgs.unsignedShorts(new short[] {100, 200, 150, 200}, 1, 1, 2, 2),
                List.of(Axis.X, Axis.Y, Axis.Z, Axis.TIME));
        Hyperstack color = grey.inColor(IntensityMapping.of(grey, IntensityMapping.Choice.MINMAX, false, 0));
        assertEquals(List.of(Axis.X, Axis.Y, Axis.CHANNEL, Axis.Z, Axis.TIME), color.axes());
        List<String> values = new ArrayList<>();
        Views.flatIterable(color.image()).forEach(value -> values.add(value.toString()));
        assertEquals(List.of("0", "0", "0", "255", "255", "255", "128", "128", "128", "255", "255", "255"), values);
        assertSentence(
                () -> color.inColor(IntensityMapping.of(color, IntensityMapping.Choice.FULL, false, 0)),
                "channels",
                "CHANNEL");
    }

    @Test
    void countsPictures() {
        List<Axis> axes = List.of(Axis.X, Axis.Y, Axis.CHANNEL, Axis.Z, Axis.TIME);
        Img<?> image = ArrayImgs.bytes(9, 9, 3, 5, 7);
        assertEquals(new PictureCount(210, 6), PictureCount.of(image, axes, false, 2, Start.CONTINUED));
        assertEquals(new PictureCount(35, 1), PictureCount.of(image, axes, true, 1, Start.CONTINUED));
        assertEquals(new PictureCount(35, 35), PictureCount.of(image, axes, true, 1, Start.INDEPENDENT));
    }

    @Test
    void sixDimensionsInAnyOrder() {
        Result result = white(
                ArrayImgs.unsignedShorts(2, 3, 2, 2, 3, 2),
                List.of(Axis.TIME, Axis.Y, Axis.CHANNEL, Axis.X, Axis.Z, Axis.OTHER),
                WHOLE);
        assertArrayEquals(new long[] {2, 3, 2, 2, 3, 2}, result.image().dimensionsAsLongArray());
        assertEquals(2 * 2 * 3 * 2, result.pictures());
        assertFalse(result.stopped());
    }
}
