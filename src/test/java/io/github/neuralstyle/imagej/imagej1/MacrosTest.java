package io.github.neuralstyle.imagej.imagej1;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.WindowManager;
import ij.macro.Interpreter;
import ij.process.ByteProcessor;
import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.Test;

class MacrosTest {

    @Test
    void batchProcessesAreThoseStartedForAMacro() {
        assertTrue(Macros.isBatchProcess(new String[] {"-batch", "macro.ijm"}));
        assertFalse(Macros.isBatchProcess(new String[] {"-macro", "macro.ijm"}));
        assertFalse(Macros.isBatchProcess(null));
    }

    /** Where the content's window was not seen to become active, ImageJ keeps the content for the macro's thread. */
    @Test
    void resultsAreActiveInTheMacrosThread() throws ReflectiveOperationException, InterruptedException {
        ImagePlus content = new ImagePlus("content", new ByteProcessor(1, 1)),
                result = new ImagePlus("result", new ByteProcessor(1, 1));
        try {
            assertEquals(content, active(content, result));
            Interpreter.batchMode = true;
            assertEquals(result, active(content, result));
            Interpreter.batchMode = false;
            setRunning(new Interpreter());
            assertEquals(result, active(content, result));
        } finally {
            setRunning(null);
            Interpreter.batchMode = false;
            WindowManager.setTempCurrentImage(null);
        }
    }

    private static void setRunning(Interpreter macro) throws ReflectiveOperationException {
        Method setter = Interpreter.class.getDeclaredMethod("setInstance", Interpreter.class);
        setter.setAccessible(true);
        setter.invoke(null, macro);
    }

    private static ImagePlus active(ImagePlus content, ImagePlus result) throws InterruptedException {
        WindowManager.setTempCurrentImage(content);
        activate(result, List.of(Thread.currentThread()));
        return WindowManager.getCurrentImage();
    }

    /** As a module does, in a thread of its own. */
    private static void activate(ImagePlus image, List<Thread> threads) throws InterruptedException {
        Thread module = new Thread(() -> Macros.activate(image, threads));
        module.start();
        module.join();
    }
}
