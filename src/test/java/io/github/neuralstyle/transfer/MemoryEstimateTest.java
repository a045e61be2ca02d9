package io.github.neuralstyle.transfer;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MemoryEstimateTest {

    private static final long GIGABYTE = 1_000_000_000;

    @Test
    void refusesWhatTheMachineCannotHoldAndNamesASizeThatItCan() {
        String message = assertThrows(
                        IllegalArgumentException.class, () -> MemoryEstimate.check(640, 480, 8000, 1, 8 * GIGABYTE))
                .getMessage();
        assertTrue(message.startsWith("size is 8000; a picture of 8000x6000 pixels needs about 44 GB"), message);
        int most = Integer.parseInt(message.replaceAll(".*at most (\\d+)\\.", "$1"));
        assertDoesNotThrow(() -> MemoryEstimate.check(640, 480, most, 1, 8 * GIGABYTE));
        assertThrows(IllegalArgumentException.class, () -> MemoryEstimate.check(640, 480, most + 10, 1, 8 * GIGABYTE));
    }

    @Test
    void picturesAtATimeShareTheMemory() {
        assertDoesNotThrow(() -> MemoryEstimate.check(640, 480, 3000, 1, 8 * GIGABYTE));
        String message = assertThrows(
                        IllegalArgumentException.class, () -> MemoryEstimate.check(640, 480, 3000, 3, 8 * GIGABYTE))
                .getMessage();
        assertTrue(
                message.startsWith("size is 3000; 3 pictures of 3000x2250 pixels at a time need about 19 GB"), message);
        int most = Integer.parseInt(message.replaceAll(".*at most (\\d+)\\.", "$1"));
        assertDoesNotThrow(() -> MemoryEstimate.check(640, 480, most, 3, 8 * GIGABYTE));
    }
}
