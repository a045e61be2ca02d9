package io.github.neuralstyle.cli;

import io.github.neuralstyle.model.NativeLog;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** How all commands are executed: quiet, and with one sentence for what goes wrong. */
public final class Execution {

    private Execution() {}

    /**
     * Sets up a command line.
     *
     * @param debug whether stack traces and TensorFlow's own messages are wanted; asked after parsing
     */
    public static CommandLine prepare(CommandLine command, BooleanSupplier debug) {
        return command.setResourceBundle(LegalValues.bundle())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionStrategy(parsed -> execute(parsed, debug))
                .setParameterExceptionHandler((e, args) -> {
                    trace(e, debug);
                    return ErrorMessages.usage(e);
                })
                .setExecutionExceptionHandler((e, failed, parsed) -> {
                    trace(e, debug);
                    return ErrorMessages.failure(e instanceof ExecutionException ? e.getCause() : e, failed);
                });
    }

    private static int execute(ParseResult parsed, BooleanSupplier debug) {
        Integer help = CommandLine.executeHelpRequest(parsed);
        if (help != null) return help;
        if (!debug.getAsBoolean()) NativeLog.silence();
        try {
            return new RunLast().execute(parsed);
        } catch (ParameterException | ExecutionException e) {
            throw e;
        } catch (Error e) {
            throw new ExecutionException(parsed.commandSpec().commandLine(), e.toString(), e);
        }
    }

    private static void trace(Exception e, BooleanSupplier debug) {
        if (debug.getAsBoolean()) e.printStackTrace();
    }
}
