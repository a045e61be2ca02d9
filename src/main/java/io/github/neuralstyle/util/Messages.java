package io.github.neuralstyle.util;

/** Texts of exceptions, made fit for a sentence. */
public final class Messages {

    /** Characters in a line of a message window. */
    private static final int WINDOW = 110;

    private Messages() {}

    /** The message of the innermost cause, or the name of its class if it has none. */
    public static String ofRootCause(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) cause = cause.getCause();
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    /** The same text with spaces for line breaks. */
    public static String oneLine(String message) {
        return message.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    /** Breaks lines at spaces, where there are any, to at most so many characters. */
    public static String wrap(String text, int characters) {
        return text.replaceAll("(?m)(.{1," + characters + "})(?: +|$)\\n?", "$1\n")
                .strip();
    }

    /** For a message window, which is as wide as its longest line. */
    public static String wrap(String message) {
        return wrap(message, WINDOW);
    }

    /** The first line or sentence, without its full stop. */
    public static String firstSentence(String message) {
        return message.split("\\.? *\\R|\\. ")[0];
    }
}
