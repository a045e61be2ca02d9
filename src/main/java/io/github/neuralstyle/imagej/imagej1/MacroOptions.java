package io.github.neuralstyle.imagej.imagej1;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A parser of the options of {@code run("Command...", "image=[a b.png] size=256 showplot")}. */
public final class MacroOptions {

    private final String text;
    private int at;

    private MacroOptions(String text) {
        this.text = text;
    }

    /**
     * The values by their keys in lower case, in their order. A key without a value, as ImageJ writes a ticked box, is "true".
     *
     * @throws IllegalArgumentException if a bracket or an apostrophe is not closed
     */
    public static Map<String, String> parse(String text) {
        MacroOptions options = new MacroOptions(text);
        Map<String, String> values = new LinkedHashMap<>();
        while (options.skipSpaces()) {
            String key = options.until("= ").toLowerCase(Locale.ROOT);
            values.put(key, options.value());
        }
        return values;
    }

    private boolean skipSpaces() {
        while (at < text.length() && text.charAt(at) == ' ') at++;
        return at < text.length();
    }

    private String until(String ends) {
        int start = at;
        while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) at++;
        return text.substring(start, at);
    }

    private String value() {
        if (at == text.length() || text.charAt(at) == ' ') return "true";
        at++;
        char first = at < text.length() ? text.charAt(at) : ' ';
        return first == '[' ? enclosed('[', ']') : first == '\'' ? enclosed('\'', '\'') : until(" ");
    }

    private String enclosed(char open, char close) {
        int depth = 1, start = at + 1;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == close) depth--;
            else if (c == open) depth++;
            if (depth == 0) {
                at = i + 1;
                return text.substring(start, i);
            }
        }
        throw new IllegalArgumentException(
                "The option " + text.substring(start - 1).trim() + " has no closing " + close + ".");
    }
}
