package io.github.neuralstyle.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.neuralstyle.command.StyleTransferCommand;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionFieldsTest {

    @Test
    void whatAnOlderVersionKeptAndThisOneDoesNotKnowStaysAsItIs() {
        StyleTransferCommand command = new StyleTransferCommand();
        Map<String, String> before = OptionFields.read(command), kept = new HashMap<>();
        kept.put("preset", "finest");
        kept.put("size", "12 inches");
        kept.put("gone", "x");
        kept.put("strength", "0.25");
        kept.put("seed", "9");
        OptionFields.write(command, kept);
        Map<String, String> after = OptionFields.read(command);
        assertEquals(before.get("preset"), after.get("preset"));
        assertEquals(before.get("size"), after.get("size"));
        assertEquals("0.25", after.get("strength"));
        assertEquals("9", after.get("seed"));
    }
}
