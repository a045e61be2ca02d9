package io.github.neuralstyle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.github.neuralstyle.Main;
import io.github.neuralstyle.Preset;
import io.github.neuralstyle.Range;
import io.github.neuralstyle.Settings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/** Holds the options of the command line to {@link Settings}, which alone states what is legal. */
class SettingsOptionsTest {

	@Command
	static final class Some {
		@Mixin
		SettingsOptions options;
	}

	private static Settings parse(String... args) {
		Some some = new Some();
		new CommandLine(some).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(args);
		return some.options.settings();
	}

	static Stream<RecordComponent> components() {
		return Arrays.stream(Settings.class.getRecordComponents());
	}

	static Stream<Range> ranges() throws IllegalAccessException {
		List<Range> ranges = new ArrayList<>();
		for (var field : Settings.class.getFields())
			if (field.getType() == Range.class)
				ranges.add((Range) field.get(null));
		return ranges.stream();
	}

	private static String option(String component) {
		return "--" + component.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
	}

	@ParameterizedTest
	@MethodSource("components")
	void everySettingIsAnOptionOfItsType(RecordComponent component) {
		for (String command : List.of("transfer", "benchmark")) {
			OptionSpec option = Main.commandLine().getSubcommands().get(command).getCommandSpec().findOption(option(component.getName()));
			assertNotNull(option, component.getName());
			Class<?> type = option.type() == Integer.class ? int.class : option.type();
			assertEquals(component.getType(), type, component.getName());
		}
	}

	@Test
	void withoutOptionsAllIsAtItsDefault() {
		assertEquals(Settings.defaults(), parse());
	}

	@ParameterizedTest
	@MethodSource("ranges")
	void endsOfARangeAreLegalAndBeyondIsNot(Range range) throws Exception {
		boolean whole = range.most() > 100 || range.name().equals("seed");
		for (double end : new double[] { range.least(), range.most() })
			assertEquals(end, value(range, parse("--" + range.name(), Range.text(end))));
		double beyond = whole ? 1 : 0.001;
		for (double value : new double[] { range.least() - beyond, range.most() + beyond }) {
			ParameterException e = assertThrows(ParameterException.class, () -> parse("--" + range.name(), Range.text(value)));
			String message = whole && value > Integer.MAX_VALUE ? "" : range.toString();
			assertTrue(e.getMessage().contains(message), e.getMessage());
		}
	}

	private static double value(Range range, Settings settings) throws ReflectiveOperationException {
		for (RecordComponent component : Settings.class.getRecordComponents())
			if (option(component.getName()).equals("--" + range.name()))
				return ((Number) component.getAccessor().invoke(settings)).doubleValue();
		throw new AssertionError(range + " is of no setting");
	}

	@ParameterizedTest
	@MethodSource("ranges")
	void theHelpTellsRangeAndDefault(Range range) {
		String help = Main.commandLine().getSubcommands().get("transfer").getUsageMessage().replaceAll("\\s+", " ");
		String initial = range == Settings.STEPS ? ")" : "; default " + Range.text(range.initial()) + ")";
		assertTrue(help.contains("(from " + range + initial), help);
	}

	@Test
	void theHelpTellsNamesAndTheirDefaults() {
		String help = Main.commandLine().getSubcommands().get("transfer").getUsageMessage().replaceAll("\\s+", " ")
			.replace("gram, tv)", "gram,tv)");
		for (String words : List.of("draft (30 steps), standard (100 steps), high (300 steps); default standard",
			"content or noise; default content", "adam or lbfgs; default adam", "default compact-vgg", "default content,gram,tv"))
			assertTrue(help.contains(words), words + " in " + help);
	}

	@Test
	void stepsOverrideThePreset() {
		assertEquals(Preset.HIGH.steps(), parse("--preset", "high").steps());
		assertEquals(7, parse("--preset", "high", "--steps", "7").steps());
	}

	@Test
	void namesMayBeInAnyCase() {
		assertEquals(Settings.Method.LBFGS, parse("--optimizer", "LbFGS").optimizer());
		assertEquals(List.of("content", "gram"), parse("--losses", "content,gram").losses());
	}
}
