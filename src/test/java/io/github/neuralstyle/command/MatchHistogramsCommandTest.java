package io.github.neuralstyle.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.image.Planes;
import io.github.neuralstyle.image.histogram.HistogramMatching;
import io.github.neuralstyle.image.histogram.HistogramMatching.Method;
import io.github.neuralstyle.image.histogram.HistogramMatching.Mode;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

class MatchHistogramsCommandTest {

    private final Img<?> source = bytes(1, 20, 30), template = bytes(2, 25, 40);
    private Context context;
    private CommandService commands;

    @BeforeEach
    void start() {
        context = new Context();
        commands = context.service(CommandService.class);
    }

    @AfterEach
    void stop() {
        context.dispose();
    }

    @Test
    void defaultsAreThoseOfThePlainClass() throws Exception {
        CommandModule done = run(Map.of());
        assertArrayEquals(values(HistogramMatching.defaults().match(source, template)), values((Img<?>)
                done.getOutput("output")));
        assertNull(done.getOutput("plot"));
    }

    @Test
    void modeMethodAndPlot() throws Exception {
        CommandModule done = run(Map.of("mode", "grey", "method", "exact", "bins", 16, "showplot", true));
        assertArrayEquals(
                values(new HistogramMatching(Mode.GREY, Method.EXACT, 16).match(source, template)),
                values((Img<?>) done.getOutput("output")));
        Img<?> plot = (Img<?>) done.getOutput("plot");
        assertTrue(plot.getType() instanceof ARGBType);
        assertEquals(1200, plot.dimension(0));
    }

    @Test
    void namesOfOlderScriptsStayValid() throws Exception {
        CommandModule done = commands.run(MatchHistogramsCommand.class, true, "source", source, "template", template)
                .get();
        assertArrayEquals(values(HistogramMatching.defaults().match(source, template)), values((Img<?>)
                done.getOutput("output")));
    }

    @Test
    void wrongInputCancelsWithTheReason() throws Exception {
        assertEquals(
                "bins is 1; it must be from 2 to 65536.", run(Map.of("bins", 1)).getCancelReason());
        assertEquals(
                "mode is hsv; it must be grey, channels or decorrelated.",
                run(Map.of("mode", "hsv")).getCancelReason());
        CommandModule channels = run(Map.of("styleimage", ArrayImgs.unsignedBytes(4, 4)));
        assertTrue(channels.getCancelReason().contains("The source has 3 channels"), channels.getCancelReason());
        assertNull(channels.getOutput("output"));
    }

    @Test
    void isInTheMenu() {
        CommandInfo info = commands.getCommand(MatchHistogramsCommand.class);
        assertEquals(
                "Plugins > Neural Style > Match Histograms...",
                info.getMenuPath().getMenuString());
        assertEquals(
                HistogramMatching.BINS.min(), ((Number) info.getInput("bins").getMinimumValue()).doubleValue());
        assertEquals(
                HistogramMatching.BINS.max(), ((Number) info.getInput("bins").getMaximumValue()).doubleValue());
    }

    private CommandModule run(Map<String, Object> more) throws Exception {
        Map<String, Object> inputs = new HashMap<>(Map.of("image", source, "styleimage", template));
        inputs.putAll(more);
        return commands.run(MatchHistogramsCommand.class, true, inputs).get();
    }

    private static Img<?> bytes(long seed, int width, int height) {
        byte[] values = new byte[3 * width * height];
        new Random(seed).nextBytes(values);
        return ArrayImgs.unsignedBytes(values, width, height, 3);
    }

    private static double[] values(Img<?> image) {
        return Arrays.stream(Planes.of("image", image).values())
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }
}
