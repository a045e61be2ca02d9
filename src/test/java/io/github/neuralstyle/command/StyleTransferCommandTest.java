package io.github.neuralstyle.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.Options;
import io.github.neuralstyle.Settings;
import io.github.neuralstyle.Style;
import io.github.neuralstyle.StyleTransfer;
import io.github.neuralstyle.model.ModelStore;
import io.github.neuralstyle.transfer.TransferResult;
import io.github.neuralstyle.util.ProgressListener;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;

class StyleTransferCommandTest {

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
    void runsByClassOnColourAndGreyImages() throws Exception {
        Img<UnsignedByteType> content = waves(70, 90, 3), before = content.copy();
        CommandModule done = run(content, waves(80, 80, 1), 64);
        Img<?> output = (Img<?>) done.getOutput("output");
        assertArrayEquals(new long[] {50, 64, 3}, output.dimensionsAsLongArray());
        assertTrue(range(output) > 20, "the picture is not flat");
        assertArrayEquals(values(before), values(content), "the input is untouched");
    }

    @Test
    void wrongInputCancelsWithTheReason() throws Exception {
        CommandModule tooSmall = run(waves(7, 3000, 3), waves(80, 80, 3), 64);
        assertTrue(tooSmall.isCanceled());
        assertNull(tooSmall.getOutput("output"));
        assertTrue(tooSmall.getCancelReason().contains("7x3000"), tooSmall.getCancelReason());
        CommandModule size = run(waves(70, 90, 3), waves(80, 80, 3), 5);
        assertEquals("size is 5; it must be from 64 to 16384.", size.getCancelReason());
        assertEquals("init is chaos; it must be content or noise.", reason("init", "chaos"));
        assertEquals("steps is -1; it must be from 1 to 100000.", reason("steps", -1));
        assertEquals("style-scale is 9; it must be from 0.1 to 4.", reason("stylescale", 9));
        assertEquals("finish is full; it must be on, off or from 0 to 1.", reason("finish", "full"));
        assertTrue(reason("preset", "fast").startsWith("preset is fast; it must be draft, "));
    }

    @Test
    void advancedSettingsAreThoseOfThePlainClass() throws Exception {
        Img<UnsignedByteType> content = waves(70, 90, 3), style = waves(80, 80, 3);
        CommandModule done = commands.run(
                        StyleTransferCommand.class,
                        true,
                        Map.of(
                                "image",
                                content,
                                "styleimage",
                                style,
                                "size",
                                64,
                                "steps",
                                2,
                                "stylescale",
                                0.5,
                                "init",
                                "noise",
                                "losses",
                                "content,gram",
                                "seed",
                                3))
                .get();
        Settings settings = Settings.defaults()
                .withSize(64)
                .withSteps(2)
                .withStyleScale(0.5)
                .withInit(Settings.Init.NOISE)
                .withLosses("content", "gram")
                .withSeed(3);
        TransferResult plain = StyleTransfer.run(
                new ModelStore().load(Options.MODEL.initial()),
                content,
                List.of(new Style(style)),
                settings,
                ProgressListener.none());
        assertArrayEquals(Arrays.stream(values(plain.image())).map(Math::rint).toArray(), values((Img<?>)
                done.getOutput("output")));
        assertEquals(plain.steps(), done.getOutput("stepsmade"));
    }

    @Test
    void theFinishRepaintsAndMakesLargerResults() throws Exception {
        Img<UnsignedByteType> style = waves(160, 160, 3);
        Map<String, Object> inputs = Map.of(
                "image", waves(70, 90, 3), "styleimage", style, "size", 160, "networksize", 64, "steps", 2, "seed", 3);
        Img<?> output = (Img<?>)
                commands.run(StyleTransferCommand.class, true, inputs).get().getOutput("output");
        assertArrayEquals(new long[] {124, 160, 3}, output.dimensionsAsLongArray());
        Map<String, Object> off = new HashMap<>(inputs);
        off.put("finish", "off");
        Img<?> plain = (Img<?>)
                commands.run(StyleTransferCommand.class, true, off).get().getOutput("output");
        assertFalse(Arrays.equals(values(output), values(plain)));
    }

    @Test
    void isInTheMenu() {
        CommandInfo info = commands.getCommand(StyleTransferCommand.class);
        assertEquals(
                "Plugins > Neural Style > Style Transfer...", info.getMenuPath().getMenuString());
    }

    private String reason(String parameter, Object value) throws Exception {
        return commands.run(
                        StyleTransferCommand.class,
                        true,
                        Map.of("image", waves(70, 90, 3), "styleimage", waves(80, 80, 3), parameter, value))
                .get()
                .getCancelReason();
    }

    /** A macro that leaves an option out must not get the one of another run. */
    @Test
    void noSettingIsRemembered() {
        for (ModuleItem<?> item :
                commands.getCommand(StyleTransferCommand.class).inputs())
            if (!Service.class.isAssignableFrom(item.getType()) && item.getType() != Context.class)
                assertFalse(item.isPersisted(), item.getName());
    }

    @Test
    void buttonsRestoreDefaultsAndLastSettings() throws Exception {
        run(waves(70, 90, 3), waves(80, 80, 1), 64);
        CommandModule dialog =
                (CommandModule) commands.moduleService().createModule(commands.getCommand(StyleTransferCommand.class));
        commands.getCommand(StyleTransferCommand.class).getInput("lastsettings").callback(dialog);
        assertEquals("draft 64", dialog.getInput("preset") + " " + dialog.getInput("size"));
        commands.getCommand(StyleTransferCommand.class).getInput("defaults").callback(dialog);
        assertEquals("standard 512", dialog.getInput("preset") + " " + dialog.getInput("size"));
    }

    @Test
    void forecastFollowsTheSize() throws Exception {
        CommandModule dialog =
                (CommandModule) commands.moduleService().createModule(commands.getCommand(StyleTransferCommand.class));
        dialog.setInput("image", waves(70, 90, 3));
        dialog.setInput("size", 256);
        commands.getCommand(StyleTransferCommand.class).getInput("size").callback(dialog);
        String forecast = (String) dialog.getInput("forecast");
        assertTrue(forecast.matches("199x256 pixels: about .+ (s|min|h) and 0\\.[789] GB of memory\\."), forecast);
        dialog.setInput("size", 1);
        commands.getCommand(StyleTransferCommand.class).getInput("size").callback(dialog);
        assertEquals("size is 1; it must be from 64 to 16384.", dialog.getInput("forecast"));
    }

    private CommandModule run(Img<?> image, Img<?> style, int size) throws InterruptedException, ExecutionException {
        return commands.run(
                        StyleTransferCommand.class,
                        true,
                        Map.of("image", image, "styleimage", style, "preset", "draft", "size", size))
                .get();
    }

    private static Img<UnsignedByteType> waves(int width, int height, int channels) {
        Img<UnsignedByteType> image = channels == 1
                ? ArrayImgs.unsignedBytes(width, height)
                : ArrayImgs.unsignedBytes(width, height, channels);
        var cursor = image.localizingCursor();
        while (cursor.hasNext()) {
            cursor.fwd();
            int channel = channels == 1 ? 0 : cursor.getIntPosition(2);
            cursor.get().set((int) (127
                    + 100
                            * Math.sin(cursor.getIntPosition(0) / 5.0 + channel)
                            * Math.cos(cursor.getIntPosition(1) / 7.0)));
        }
        return image;
    }

    private static double[] values(Img<?> image) {
        double[] values = new double[(int) image.size()];
        int i = 0;
        for (Object value : image) values[i++] = ((RealType<?>) value).getRealDouble();
        return values;
    }

    private static double range(Img<?> image) {
        var statistics = java.util.Arrays.stream(values(image)).summaryStatistics();
        return statistics.getMax() - statistics.getMin();
    }
}
