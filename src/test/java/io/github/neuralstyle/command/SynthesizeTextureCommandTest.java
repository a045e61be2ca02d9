package io.github.neuralstyle.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.image.Axis;
import io.github.neuralstyle.image.DescribedImg;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedShortType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

class SynthesizeTextureCommandTest {

    private final Context context = new Context();
    private final Img<?> example = shorts(1);

    @AfterEach
    void stop() {
        context.dispose();
    }

    private static Img<?> shorts(int factor) {
        short[] values = new short[48 * 40];
        for (int i = 0; i < values.length; i++) values[i] = (short) (factor * (500 + i * 13 % 300));
        return ArrayImgs.unsignedShorts(values, 48, 40);
    }

    private CommandModule run(Map<String, Object> inputs) throws Exception {
        Map<String, Object> all = new HashMap<>(inputs);
        all.putIfAbsent("image", example);
        return context.service(CommandService.class)
                .run(SynthesizeTextureCommand.class, false, all)
                .get();
    }

    @Test
    void aTextureHasTheDepthOfItsExampleAndSaysHowItWasMade() throws Exception {
        Img<?> texture =
                (Img<?>) run(Map.of("size", "60x50", "tileable", true, "second", shorts(2), "styleweights", "2,1"))
                        .getOutput("output");
        assertTrue(texture.firstElement() instanceof UnsignedShortType);
        assertArrayEquals(new long[] {60, 50}, texture.dimensionsAsLongArray());
        String info = ((DescribedImg<?>) texture).metadata().info();
        assertTrue(info.contains("tileable = true") && info.contains("weights = 2,1"), info);
    }

    @Test
    void theSelectionIsFilled() throws Exception {
        byte[] inside = new byte[48 * 40];
        for (int i = 0; i < inside.length; i++)
            inside[i] = (byte) (i % 48 > 20 && i % 48 < 30 && i / 48 > 20 && i / 48 < 30 ? 1 : 0);
        DescribedImg<?> selected = DescribedImg.of(
                example,
                new DescribedImg.Metadata(
                        "cells",
                        List.of(Axis.X, Axis.Y),
                        false,
                        new long[2],
                        ArrayImgs.unsignedBytes(inside, 48, 40),
                        null));
        Img<?> filled = (Img<?>) run(Map.of("image", selected, "fill", true)).getOutput("output");
        assertArrayEquals(new long[] {48, 40}, filled.dimensionsAsLongArray());
        assertEquals("cells-filled", ((DescribedImg<?>) filled).metadata().title());
    }

    @Test
    void wrongInputsCancelWithTheReason() throws Exception {
        assertTrue(run(Map.of("size", "1x1")).getCancelReason().contains("size is 1x1"));
        assertTrue(run(Map.of("fill", true)).getCancelReason().contains("no selection"));
        assertTrue(run(Map.of("guide", example)).getCancelReason().contains("both"));
        assertTrue(run(Map.of("second", example, "styleweights", "1"))
                .getCancelReason()
                .contains("one for each"));
    }
}
