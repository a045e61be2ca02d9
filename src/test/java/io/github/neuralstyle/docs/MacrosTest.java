package io.github.neuralstyle.docs;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.imagej.imagej1.MacroOptions;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;

/** The macro lines of all pages name commands, their parameters and legal values. */
class MacrosTest {

    private static final Pattern CALL =
            Pattern.compile("(?:run|call)\\((?:\"[\\w.]+Adapter\\.run\", )?\"([^\"]+)\", \"([^\"]*)\"\\)");

    private static Context context;

    @BeforeAll
    static void start() {
        context = new Context(CommandService.class);
    }

    @AfterAll
    static void stop() {
        context.dispose();
    }

    static Stream<Page> pages() {
        return Page.all().stream().filter(page -> !calls(page).isEmpty());
    }

    private static List<MatchResult> calls(Page page) {
        return CALL.matcher(page.text()).results().toList();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyMacroLineHasParametersOfItsCommandWithLegalValues(Page page) {
        for (MatchResult call : calls(page)) {
            CommandInfo command = command(call.group(1));
            Map<String, String> values = MacroOptions.parse(call.group(2));
            values.forEach((key, value) -> {
                ModuleItem<?> item = command.getInput(key);
                assertNotNull(item, call.group());
                assertLegal(item, value, call.group());
            });
        }
    }

    private static CommandInfo command(String label) {
        List<CommandInfo> commands = context.service(CommandService.class).getCommands().stream()
                .filter(info -> info.getMenuPath().size() > 0
                        && info.getMenuPath().getLeaf().getName().equals(label))
                .toList();
        assertEquals(1, commands.size(), label);
        return commands.get(0);
    }

    private static void assertLegal(ModuleItem<?> item, String value, String call) {
        if (item.getChoices() != null && !item.getChoices().isEmpty())
            assertTrue(item.getChoices().contains(value), call);
        if (item.getMinimumValue() instanceof Number least && item.getMaximumValue() instanceof Number most) {
            double number = assertDoesNotThrow(() -> Double.parseDouble(value), call);
            assertTrue(number >= least.doubleValue() && number <= most.doubleValue(), call);
        }
    }
}
