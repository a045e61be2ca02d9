package io.github.neuralstyle.imagej.imagej1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ResultsTest {

    @Test
    void breaksLinesAtSpaces() {
        assertEquals("one two\nthree\nfour", Results.wrap("one two three\nfour", 10));
        assertEquals("a\n\nb", Results.wrap("a\n\nb", 10));
        assertEquals("see\nhttps://example.org/long\nnow", Results.wrap("see https://example.org/long now", 10));
    }
}
