package io.github.neuralstyle.engine.worker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.neuralstyle.TestErrors;
import io.github.neuralstyle.TestProcess;
import io.github.neuralstyle.engine.EngineException;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkerExitTest {

    @ParameterizedTest
    @CsvSource({
        "137,memory ran out",
        "132,no AVX",
        "0xC000001D,no AVX",
        "134,gave up",
        "0xC0000409,0xC0000409",
        "139,crashed",
        "0xC0000005,0xC0000005",
        "135,disk may be full",
        "138,disk may be full",
        "0xC0000135,Visual C++",
        "3,exit code 3",
        "0xC0000999,exit code 0xC0000999"
    })
    void saysWhatHappened(String code, String words) {
        TestErrors.assertSentence(
                new EngineException(WorkerExit.text(Long.decode(code).intValue(), "")), words);
    }

    @Test
    void tellsAFullHeap() {
        assertText(
                3,
                "Terminating due to java.lang.OutOfMemoryError: Java heap space",
                "give it more by -Dneuralstyle.heap");
    }

    @Test
    void heedsWhatJavaWrote() {
        assertText(134, "# A fatal error:\n#\n#  SIGILL (0x4) at pc=0x1\n", "no AVX instructions");
        assertText(1, "#  EXCEPTION_ILLEGAL_INSTRUCTION (0xc000001d)\n", "no AVX instructions");
        assertText(1, "first\nException in thread main: X. Y.\n\n", "exit code 1 (Exception in thread main: X; Y)");
    }

    private static void assertText(int code, String output, String words) {
        TestErrors.assertSentence(new EngineException(WorkerExit.text(code, output)), words);
    }

    @Test
    void knowsWhatJavaSaysOfAHeap() throws Exception {
        for (String heap : new String[] {"-Xmx100000g", "-Xmx1k", "-Xmx1m", "-Xmx-1"}) {
            Process java = new ProcessBuilder(TestProcess.java(), heap, "-version")
                    .redirectErrorStream(true)
                    .start();
            String output = new String(java.getInputStream().readAllBytes());
            if (java.waitFor() != 0) assertText(java.exitValue(), output, "cannot have the heap");
            else assertEquals("-Xmx100000g", heap, "Linux may promise any memory; this Java has taken " + heap);
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void knowsTheSignalsOfTheSystem() throws IOException, InterruptedException {
        for (String[] signal : new String[][] {
            {"KILL", "ended from outside"},
            {"ILL", "no AVX"},
            {"ABRT", "gave up"},
            {"SEGV", "crashed"},
            {"BUS", "could not read a file"}
        }) {
            Process process = new ProcessBuilder("sh", "-c", "kill -" + signal[0] + " $$").start();
            process.waitFor(1, TimeUnit.MINUTES);
            assertText(process.exitValue(), "", signal[1]);
        }
    }
}
