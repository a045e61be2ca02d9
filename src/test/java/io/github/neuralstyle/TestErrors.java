package io.github.neuralstyle;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What every message to a user must satisfy. */
public final class TestErrors {

    private TestErrors() {}

    /** One sentence that contains the given words. */
    public static void assertSentence(Exception error, String... words) {
        String message = error.getMessage();
        for (String word : words) assertTrue(message.contains(word), message);
        assertTrue(message.endsWith("."), message);
        assertFalse(message.contains("\n"), message);
        assertFalse(message.contains(". "), message);
        assertFalse(message.contains("null"), message);
    }
}
