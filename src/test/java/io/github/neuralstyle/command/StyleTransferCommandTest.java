package io.github.neuralstyle.command;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.concurrent.ExecutionException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;

import io.github.neuralstyle.Preset;
import io.github.neuralstyle.Range;
import io.github.neuralstyle.Settings;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.integer.UnsignedByteType;

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
		assertArrayEquals(new long[] { 50, 64, 3 }, output.dimensionsAsLongArray());
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
	}

	@Test
	void isInTheMenu() {
		CommandInfo info = commands.getCommand(StyleTransferCommand.class);
		assertEquals("Plugins > Neural Style > Style Transfer...", info.getMenuPath().getMenuString());
	}

	@Test
	void parametersHaveTheDefaultsAndRangesOfSettings() {
		CommandInfo info = commands.getCommand(StyleTransferCommand.class);
		StyleTransferCommand fresh = new StyleTransferCommand();
		context.inject(fresh);
		for (Range range : new Range[] { Settings.SIZE, Settings.STRENGTH, Settings.SEED }) {
			ModuleItem<?> item = info.getInput(range.name());
			assertNotNull(item, range.name());
			assertEquals(range.least(), ((Number) item.getMinimumValue()).doubleValue(), range.name());
			assertEquals(range.most(), ((Number) item.getMaximumValue()).doubleValue(), range.name());
			assertEquals(range.initial(), ((Number) commands.moduleService().createModule(info).getInput(range.name())).doubleValue(), range.name());
		}
		assertEquals(Settings.MODEL, commands.moduleService().createModule(info).getInput("model"));
		String preset = (String) commands.moduleService().createModule(info).getInput("preset");
		assertEquals(Settings.STEPS.initial(), Preset.of(preset).steps());
	}

	private CommandModule run(Img<?> image, Img<?> style, int size) throws InterruptedException, ExecutionException {
		return commands.run(StyleTransferCommand.class, true, Map.of("image", image, "styleimage", style, "preset", "draft",
			"size", size)).get();
	}

	private static Img<UnsignedByteType> waves(int width, int height, int channels) {
		Img<UnsignedByteType> image = channels == 1 ? ArrayImgs.unsignedBytes(width, height)
			: ArrayImgs.unsignedBytes(width, height, channels);
		var cursor = image.localizingCursor();
		while (cursor.hasNext()) {
			cursor.fwd();
			int channel = channels == 1 ? 0 : cursor.getIntPosition(2);
			cursor.get().set((int) (127 + 100 * Math.sin(cursor.getIntPosition(0) / 5.0 + channel) * Math.cos(cursor.getIntPosition(1) / 7.0)));
		}
		return image;
	}

	private static double[] values(Img<?> image) {
		double[] values = new double[(int) image.size()];
		int i = 0;
		for (Object value : image)
			values[i++] = ((RealType<?>) value).getRealDouble();
		return values;
	}

	private static double range(Img<?> image) {
		var statistics = java.util.Arrays.stream(values(image)).summaryStatistics();
		return statistics.getMax() - statistics.getMin();
	}
}
