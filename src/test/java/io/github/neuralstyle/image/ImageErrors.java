package io.github.neuralstyle.image;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What every message to a user must satisfy. */
public final class ImageErrors {

    private ImageErrors() {}

    /** One sentence that contains the given words. */
    public static void assertSentence(String words, Exception error) {
        String message = error.getMessage();
        assertTrue(message.contains(words), message);
        assertTrue(message.matches("[A-Z0-9].*\\."), message);
        assertFalse(message.contains("\n"), message);
        assertFalse(message.contains(". "), message);
    }
}
