package io.github.neuralstyle.imagej.imagej1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.process.ByteProcessor;
import java.util.List;
import org.junit.jupiter.api.Test;

class MacrosTest {

    @Test
    void batchProcessesAreThoseStartedForAMacro() {
        assertTrue(Macros.isBatchProcess(new String[] {"-batch", "macro.ijm"}));
        assertFalse(Macros.isBatchProcess(new String[] {"-macro", "macro.ijm"}));
        assertFalse(Macros.isBatchProcess(null));
    }

    @Test
    void resultsAreActiveInTheMacrosThreadInBatchModeOnly() throws InterruptedException {
        ImagePlus content = new ImagePlus("content", new ByteProcessor(1, 1)),
                result = new ImagePlus("result", new ByteProcessor(1, 1));
        WindowManager.setTempCurrentImage(content);
        List<Thread> macro = List.of(Thread.currentThread());
        try {
            activate(result, macro);
            assertEquals(content, WindowManager.getCurrentImage());
            Interpreter.batchMode = true;
            activate(result, macro);
            assertEquals(result, WindowManager.getCurrentImage());
        } finally {
            Interpreter.batchMode = false;
            WindowManager.setTempCurrentImage(null);
        }
    }

    /** As a module does, in a thread of its own. */
    private static void activate(ImagePlus image, List<Thread> threads) throws InterruptedException {
        Thread module = new Thread(() -> Macros.activate(image, threads));
        module.start();
        module.join();
    }
}
