package io.github.neuralstyle.util;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MessagesTest {

    @Test
    void breaksLinesAtSpaces() {
        assertEquals("one two\nthree\nfour", Messages.wrap("one two three\nfour", 10));
        assertEquals("a\n\nb", Messages.wrap("a\n\nb", 10));
        assertEquals("see\nhttps://example.org/long\nnow", Messages.wrap("see https://example.org/long now", 10));
    }
}
