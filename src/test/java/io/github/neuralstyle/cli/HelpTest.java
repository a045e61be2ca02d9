package io.github.neuralstyle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Help and version, which go to the standard output. */
class HelpTest {

    static Stream<String> commands() {
        return Main.commandLine().getSubcommands().keySet().stream();
    }

    @Test
    void helpNamesTheCommands() {
        Cli cli = Cli.run("--help");
        assertEquals(0, cli.code());
        assertEquals("", cli.err());
        for (String command : (Iterable<String>) commands()::iterator)
            assertTrue(cli.out().contains("\n  " + command + " "), cli.out());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasHelpWithoutOpenVariables(String command) {
        Cli cli = Cli.run(command, "--help");
        assertEquals(0, cli.code());
        assertTrue(cli.out().startsWith("Usage: neural-style " + command), cli.out());
        assertFalse(cli.out().contains("${") || cli.out().contains("legal."), cli.out());
    }

    @Test
    void versionIsThatOfThisProgramAndOfTensorFlow() {
        Cli cli = Cli.run("--version");
        assertEquals(0, cli.code());
        assertTrue(cli.out().matches("(?s)neural-style \\d+\\.\\S+\\R" + "TensorFlow 2\\.\\d+\\.\\d+\\R"), cli.out());
    }
}
