package io.github.neuralstyle.cli;

import io.github.neuralstyle.model.NativeLog;
import io.github.neuralstyle.transfer.InsufficientMemoryException;
import io.github.neuralstyle.util.Messages;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.tensorflow.exceptions.TFResourceExhaustedException;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** How all commands are executed: quiet, with one sentence and an exit code for everything that can go wrong. */
public final class Execution {

    /** Exit codes. */
    static final int DONE = CommandLine.ExitCode.OK,
            FAILED = CommandLine.ExitCode.SOFTWARE,
            WRONG_USAGE = CommandLine.ExitCode.USAGE,
            INTERRUPTED = 130;

    /** What Java puts in the place of bytes that are no letter. */
    private static final char REPLACEMENT = '\uFFFD';

    private static final String NO_MEMORY =
            "The memory does not suffice: choose a smaller --size, or close other programs.";

    private Execution() {}

    /**
     * Sets up a command line.
     *
     * @param debug whether stack traces and TensorFlow's own messages are wanted; asked after parsing
     */
    public static CommandLine prepare(CommandLine command, BooleanSupplier debug) {
        return command.registerConverter(Path.class, Execution::path)
                .registerConverter(String.class, Execution::given)
                .setExecutionStrategy(parsed -> printed(parsed, execute(parsed, debug)))
                .setParameterExceptionHandler((e, args) -> {
                    trace(e, debug);
                    return usage(e);
                })
                .setExecutionExceptionHandler((e, failed, parsed) -> {
                    trace(e, debug);
                    return failure(e instanceof ExecutionException ? e.getCause() : e, failed);
                });
    }

    /** @throws InvalidPathException also for what Java could not decode, which it would look for under another name */
    static Path path(String text) {
        Path path = Path.of(given(text));
        if (text.indexOf(REPLACEMENT) >= 0 && Files.notExists(path))
            throw new InvalidPathException(
                    text, "it is not of the system's character set: rename it, or give its folder");
        return path;
    }

    private static String given(String text) {
        if (text.isBlank()) throw new TypeConversionException("it is empty");
        return text;
    }

    /** Fails where a command did all it should and what it says was lost, as on a full disk. */
    private static int printed(ParseResult parsed, int code) {
        CommandLine command = parsed.commandSpec().commandLine();
        command.getOut().flush();
        if (code != DONE || !System.out.checkError()) return code;
        error(
                command,
                "The standard output could not be written: its disk is full, or its reader has ended; all files are complete.");
        return FAILED;
    }

    private static int execute(ParseResult parsed, BooleanSupplier debug) {
        Integer help = CommandLine.executeHelpRequest(parsed);
        if (help != null) return help;
        if (!debug.getAsBoolean()) NativeLog.silence();
        List<CommandLine> given = parsed.asCommandLineList();
        OptionModel.limitMemory(given.get(given.size() - 1).getCommandSpec());
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

    /** Writes a line to the command's standard output. */
    static void print(CommandSpec spec, String format, Object... values) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(Locale.ROOT, format + "%n", values);
        out.flush();
    }

    static int usage(ParameterException e) {
        CommandLine command = e.getCommandLine();
        error(
                command,
                Messages.oneLine(describe(e)) + " See "
                        + command.getCommandSpec().qualifiedName() + " --help.");
        return WRONG_USAGE;
    }

    private static String describe(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched)
            return "There is no " + (unmatched.isUnknownOption() ? "option " : "command or parameter ")
                    + unmatched.getUnmatched().get(0) + " here.";
        if (e instanceof OverwrittenOptionException twice)
            return ((OptionSpec) twice.getOverwritten()).longestName() + " is given twice; it must be once.";
        if (e.getCause() instanceof InvalidPathException invalid)
            return "\"" + invalid.getInput() + "\" is not a file name that Java can use (" + invalid.getReason()
                    + "); if it has letters that are not ASCII, set LC_ALL=C.UTF-8.";
        if (e.getValue() != null && e.getValue().isBlank() && e.getArgSpec() != null)
            return (e.getArgSpec() instanceof OptionSpec option ? option.longestName() : "The parameter")
                    + " is empty; it must be " + e.getArgSpec().paramLabel() + ".";
        return e.getMessage().endsWith(".") ? e.getMessage() : e.getMessage() + ".";
    }

    static int failure(Throwable e, CommandLine command) {
        error(command, Messages.oneLine(describe(e)));
        return FAILED;
    }

    private static void error(CommandLine command, String text) {
        command.getErr().println(command.getColorScheme().errorText(text));
    }

    private static String describe(Throwable e) {
        if (e instanceof InsufficientMemoryException
                || e instanceof OutOfMemoryError
                || e instanceof TFResourceExhaustedException) return NO_MEMORY;
        if (e instanceof LinkageError)
            return "A library cannot be loaded on " + System.getProperty("os.name") + " "
                    + System.getProperty("os.arch") + ": " + e.getMessage() + "; --debug shows where it is needed.";
        return e.getMessage() == null
                ? "Failed: " + e.getClass().getSimpleName() + "; --debug shows more."
                : e.getMessage();
    }
}
