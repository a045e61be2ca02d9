package io.github.neuralstyle.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.image.DescribedImg;
import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.image.Planes;
import io.github.neuralstyle.image.histogram.HistogramMatching;
import io.github.neuralstyle.image.histogram.HistogramMatching.Method;
import io.github.neuralstyle.image.histogram.HistogramMatching.Mode;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.ARGBType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
    void stainsAreToldPlottedAndSaved(@TempDir Path folder) throws Exception {
        File table = folder.resolve("stains.csv").toFile();
        CommandModule done = run(Map.of(
                "image",
                ImageFiles.readSamples(Path.of("test-images", "tissue-b.png")),
                "styleimage",
                ImageFiles.readSamples(Path.of("test-images", "tissue-a.png")),
                "mode",
                "vahadane",
                "showplot",
                true,
                "stains",
                table));
        DescribedImg<?> matched = (DescribedImg<?>) done.getOutput("output");
        List<String> rows = Files.readAllLines(table.toPath());
        assertEquals(5, rows.size());
        String first = rows.get(1).split(",", 3)[2].replaceAll(",[^,]*$", "").replace(',', ' ');
        assertTrue(
                matched.metadata().info().contains("source stain 1 = " + first),
                matched.metadata().info());
        assertEquals(1200, ((Img<?>) done.getOutput("plot")).dimension(0));
    }

    /** One map for all slices keeps what is brighter in one than in another. */
    @Test
    void allSlicesOfAStackAreMatchedAsOneImage() throws Exception {
        byte[] values = new byte[20 * 30 * 4];
        new Random(3).nextBytes(values);
        Img<?> slices = ArrayImgs.unsignedBytes(values, 20, 30, 4),
                tall = ArrayImgs.unsignedBytes(values, 20, 120),
                grey = ArrayImgs.unsignedBytes(new byte[] {1, 2, 3, 4, 5, 100}, 3, 2);
        CommandModule done = run(Map.of("image", slices, "styleimage", grey, "stack", true));
        Img<?> matched = (Img<?>) done.getOutput("output");
        assertArrayEquals(new long[] {20, 30, 4}, matched.dimensionsAsLongArray());
        assertArrayEquals(values(HistogramMatching.defaults().match(tall, grey)), values(matched));
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
                "mode is hsv; it must be grey, channels, decorrelated, reinhard, macenko or vahadane.",
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
