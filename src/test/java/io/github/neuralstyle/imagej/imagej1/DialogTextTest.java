package io.github.neuralstyle.imagej.imagej1;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DialogTextTest {

    @Test
    void keepsTextAndLineBreaksOfHtml() {
        assertEquals(
                "keras: by K. & A.\n5 < 6",
                InputDialog.plain("<html><body width=500>keras: by K. &amp; A.<br>5 &lt; 6</body></html>"));
        assertEquals("2 < 3 > 1", InputDialog.plain("2 < 3 > 1"));
    }

    @Test
    void breaksLinesAtSpaces() {
        assertEquals("one two\nthree\nfour", InputDialog.wrap("one two three\nfour", 10));
        assertEquals("a\n\nb", InputDialog.wrap("a\n\nb", 10));
        assertEquals("see\nhttps://example.org/long\nnow", InputDialog.wrap("see https://example.org/long now", 10));
    }
}
