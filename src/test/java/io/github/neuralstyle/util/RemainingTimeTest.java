package io.github.neuralstyle.util;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RemainingTimeTest {

    private long seconds;

    @Test
    void theFirstStepDoesNotCount() {
        RemainingTime left = new RemainingTime(() -> seconds * 1_000_000_000);
        seconds = 60;
        assertEquals(Duration.ZERO, left.after(0.25));
        seconds = 64;
        assertEquals(Duration.ofSeconds(8), left.after(0.5));
        seconds = 72;
        assertEquals(Duration.ofSeconds(6), left.after(0.75));
        assertEquals(Duration.ZERO, left.after(1));
    }
}
