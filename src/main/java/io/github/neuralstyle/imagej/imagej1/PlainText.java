package io.github.neuralstyle.imagej.imagej1;

/** Texts for windows that know neither HTML nor line breaks of their own. */
final class PlainText {

    private PlainText() {}

    /** A text as Swing's labels take it: with its line breaks and without other tags if it begins as HTML, else as it is. */
    static String of(String label) {
        return !label.startsWith("<html>")
                ? label
                : label.replaceAll("<br */?>", "\n")
                        .replaceAll("<[^<>]+>", "")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&amp;", "&")
                        .strip();
    }

    /** Breaks lines at spaces, where there are any, so that none has more characters than that. */
    static String wrap(String text, int characters) {
        return text.replaceAll("(?m)(.{1," + characters + "})(?: +|$)\\n?", "$1\n")
                .strip();
    }
}
