package io.github.neuralstyle.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.FeatureVisualization;
import io.github.neuralstyle.Options;
import io.github.neuralstyle.TestPictures;
import io.github.neuralstyle.image.Images;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.model.TestModels;
import io.github.neuralstyle.util.Range;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.ARGBType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

class WhatTheNetworkSeesCommandTest {

    @TempDir
    private Path model;

    private Context context;
    private CommandService commands;

    @BeforeEach
    void start() {
        TestModels.tiny(model);
        context = new Context();
        commands = context.service(CommandService.class);
    }

    @AfterEach
    void stop() {
        context.dispose();
    }

    @Test
    void runsByClassWithAndWithoutAStyle() throws Exception {
        for (Img<?> style : new Img<?>[] {null, image(80, 80)}) {
            Img<?> figure = (Img<?>) run(image(70, 90), style, 64).getOutput("output");
            assertInstanceOf(ARGBType.class, figure.getType());
            assertEquals(2, figure.numDimensions());
            assertTrue(figure.dimension(0) > 7 * 50 && figure.dimension(1) > 2 * 64, figure::toString);
        }
    }

    @Test
    void wrongInputCancelsWithTheReason() throws Exception {
        CommandModule tooSmall = run(image(7, 300), null, 64);
        assertTrue(tooSmall.isCanceled());
        assertNull(tooSmall.getOutput("output"));
        assertTrue(tooSmall.getCancelReason().contains("7x300"), tooSmall.getCancelReason());
        assertEquals(
                "size is 5; it must be from 64 to 16384.",
                run(image(70, 90), null, 5).getCancelReason());
    }

    @Test
    void isInTheMenuWithTheDefaultsAndRangesOfSettings() {
        CommandInfo info = commands.getCommand(WhatTheNetworkSeesCommand.class);
        assertEquals(
                "Plugins > Neural Style > What the Network Sees...",
                info.getMenuPath().getMenuString());
        for (Range range : new Range[] {FeatureVisualization.SIZE, Options.STEPS.range(), Options.SEED.range()}) {
            assertEquals(
                    range.min(), ((Number) info.getInput(range.name()).getMinimumValue()).doubleValue(), range.name());
            assertEquals(
                    range.max(), ((Number) info.getInput(range.name()).getMaximumValue()).doubleValue(), range.name());
            Number initial =
                    (Number) commands.moduleService().createModule(info).getInput(range.name());
            assertEquals(range.initial(), initial.doubleValue(), range.name());
        }
    }

    private CommandModule run(Img<?> image, Img<?> style, int size) throws Exception {
        Map<String, Object> inputs =
                new HashMap<>(Map.of("image", image, "size", size, "steps", 2, "model", model.toString()));
        if (style != null) inputs.put("styleimage", style);
        return commands.run(WhatTheNetworkSeesCommand.class, true, inputs).get();
    }

    private static Img<?> image(int width, int height) {
        Pixels waves = TestPictures.waves(width, height, 1);
        return Images.fromPixels(waves.values(), width, height);
    }
}
