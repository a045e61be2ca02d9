package io.github.neuralstyle.imagej.imagej1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MacroOptionsTest {

    @Test
    void readsWhatImageJWrites() {
        Map<String, String> options =
                MacroOptions.parse("image=[a b.png] styleimage=[c [2].png] Size=256 text='d e' empty=[] showplot ");
        assertEquals(
                List.of("image", "styleimage", "size", "text", "empty", "showplot"), List.copyOf(options.keySet()));
        assertEquals(List.of("a b.png", "c [2].png", "256", "d e", "", "true"), List.copyOf(options.values()));
        assertEquals(Map.of(), MacroOptions.parse("  "));
        assertEquals(Map.of("size", ""), MacroOptions.parse("size="));
    }

    @Test
    void refusesWhatIsNotClosed() {
        var error = assertThrows(IllegalArgumentException.class, () -> MacroOptions.parse("size=64 image=[a b"));
        assertEquals("The option [a b has no closing ].", error.getMessage());
    }
}
