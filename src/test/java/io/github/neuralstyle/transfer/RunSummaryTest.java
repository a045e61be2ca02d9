package io.github.neuralstyle.transfer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RunSummaryTest {

    private static TransferState step(int number, double value) {
        return new TransferState(1, 1, 8, 8, number, 5, number / 5.0, Map.of("gram", value), Duration.ZERO, null);
    }

    @Test
    void keepsTheLastStepAndTheTimeWithoutTheStart() throws Exception {
        RunSummary run = new RunSummary();
        assertEquals(Map.of(), run.losses());
        Thread.sleep(50);
        run.add(step(1, 3), 0.2);
        assertEquals(0, run.partAfterFirst());
        run.add(step(2, 2), 0.4);
        run.add(step(3, 1), 0.6);
        assertEquals(3, run.steps());
        assertEquals(Map.of("gram", 1.0), run.losses());
        assertEquals(0.4, run.partAfterFirst(), 1e-9);
        assertTrue(run.seconds() - run.secondsAfterFirst() >= 0.05);
    }
}
