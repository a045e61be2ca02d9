package io.github.neuralstyle.imagej.imagej1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void keepsTextAndLineBreaksOfHtml() {
        assertEquals(
                "keras: by K. & A.\n5 < 6",
                PlainText.of("<html><body width=500>keras: by K. &amp; A.<br>5 &lt; 6</body></html>"));
        assertEquals("2 < 3 > 1", PlainText.of("2 < 3 > 1"));
    }

    @Test
    void breaksLinesAtSpaces() {
        assertEquals("one two\nthree\nfour", PlainText.wrap("one two three\nfour", 10));
        assertEquals("a\n\nb", PlainText.wrap("a\n\nb", 10));
        assertEquals("see\nhttps://example.org/long\nnow", PlainText.wrap("see https://example.org/long now", 10));
    }
}
