package io.github.neuralstyle.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.image.Axis;
import io.github.neuralstyle.image.DescribedImg;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.scijava.command.CommandModule;

/** The command on every kind of image, selection and region, with a tiny network and few steps. */
class StacksTest extends StackCommandRuns {

    @ParameterizedTest
    @CsvSource({
        "uint8, X Y, 1",
        "argb, X Y, 1",
        "uint16, X Y, 1",
        "float, X Y, 1",
        "uint16, X Y CHANNEL, 3",
        "uint8, X Y CHANNEL, 3",
        "float, X Y CHANNEL, 3",
        "uint8, X Y Z, 2",
        "argb, X Y TIME, 2",
        "uint16, X Y CHANNEL Z, 6",
        "uint8, X Y CHANNEL Z TIME, 12",
        "uint8, X Y CHANNEL Z TIME OTHER, 24",
        "uint16, CHANNEL X Y, 3"
    })
    void everyKindComesBackAsItIs(String type, String names, int pictures) throws Exception {
        List<Axis> axes = Arrays.stream(names.split(" ")).map(Axis::valueOf).toList();
        Map<Axis, Long> lengths = Map.of(Axis.X, 40L, Axis.Y, 36L, Axis.CHANNEL, 3L);
        long[] sizes =
                axes.stream().mapToLong(axis -> lengths.getOrDefault(axis, 2L)).toArray();
        Img<?> image = noise(type, sizes);
        CommandModule done = run(known(image, axes, null), Map.of());
        DescribedImg<?> output = (DescribedImg<?>) done.getOutput("output");
        assertNotNull(output, done.getCancelReason());
        assertSame(image.getType().getClass(), output.getType().getClass());
        assertEquals(axes, output.metadata().axes());
        for (int d = 0; d < sizes.length; d++)
            assertEquals(axes.get(d) == Axis.X ? 64 : axes.get(d) == Axis.Y ? 58 : sizes[d], output.dimension(d));
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
}
