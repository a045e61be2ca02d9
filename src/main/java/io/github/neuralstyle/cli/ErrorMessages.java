package io.github.neuralstyle.cli;

import org.tensorflow.exceptions.TFResourceExhaustedException;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** One sentence on the standard error stream for everything that can go wrong, and an exit code. */
final class ErrorMessages {

    private static final String NO_MEMORY =
            "The memory does not suffice: choose a smaller --size, or close other programs.";

    private ErrorMessages() {}

    /** Wrong usage: 2. */
    static int usage(ParameterException e) {
        CommandLine command = e.getCommandLine();
        command.getErr()
                .println(command.getColorScheme()
                        .errorText(oneLine(describe(e)) + " See "
                                + command.getCommandSpec().qualifiedName() + " --help."));
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static String describe(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched)
            return "There is no " + (unmatched.isUnknownOption() ? "option " : "command or parameter ")
                    + unmatched.getUnmatched().get(0) + " here.";
        String option = e.getArgSpec() != null && e.getArgSpec().isOption()
                ? ((OptionSpec) e.getArgSpec()).longestName()
                : null;
        if (e instanceof OverwrittenOptionException twice)
            return ((OptionSpec) twice.getOverwritten()).longestName() + " is given twice; it must be once.";
        String legal = option == null ? null : LegalValues.of(option);
        if (legal != null && e.getValue() != null)
            return option + " is " + e.getValue() + "; it must be " + legal + ".";
        return e.getMessage().endsWith(".") ? e.getMessage() : e.getMessage() + ".";
    }

    /** A failure: 1. */
    static int failure(Throwable e, CommandLine command) {
        command.getErr().println(command.getColorScheme().errorText(oneLine(describe(e))));
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    private static String describe(Throwable e) {
        if (e instanceof OutOfMemoryError || e instanceof TFResourceExhaustedException) return NO_MEMORY;
        if (e instanceof UnsatisfiedLinkError
                || e instanceof NoClassDefFoundError
                || e instanceof ExceptionInInitializerError)
            return "TensorFlow cannot be loaded on " + System.getProperty("os.name") + " "
                    + System.getProperty("os.arch") + ": " + e.getMessage();
        return e.getMessage() == null
                ? "Failed: " + e.getClass().getSimpleName() + "; --debug tells more."
                : e.getMessage();
    }

    private static String oneLine(String message) {
        return message.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
