package io.github.neuralstyle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.tensorflow.exceptions.TFResourceExhaustedException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Failures that no test can bring about at will. */
class ExecutionTest {

    @Command(name = "some")
    static final class Some implements Runnable {

        private Throwable failure;

        @Override
        public void run() {
            if (failure instanceof Error error) throw error;
            throw (RuntimeException) failure;
        }
    }

    @Command(name = "silent")
    static final class Silent implements Runnable {
        @Override
        public void run() {}
    }

    private static String failure(Throwable failure) {
        Some some = new Some();
        some.failure = failure;
        StringWriter err = new StringWriter();
        int code = Execution.prepare(new CommandLine(some).setErr(new PrintWriter(err, true)), () -> false)
                .execute();
        assertEquals(1, code);
        return err.toString().strip();
    }

    @Test
    void tooLittleMemory() {
        String sentence = "The memory does not suffice: choose a smaller --size, or close other programs.";
        assertEquals(sentence, failure(new OutOfMemoryError("Java heap space")));
        assertEquals(sentence, failure(new TFResourceExhaustedException("OOM when allocating\ntensor")));
    }

    @Test
    void aFullDiskUnderTheStandardOutput() {
        PrintStream out = System.out;
        System.setOut(new PrintStream(new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("No space left on device");
            }
        }));
        try {
            StringWriter err = new StringWriter();
            CommandLine command = Execution.prepare(new CommandLine(new Silent()), () -> false);
            command.setErr(new PrintWriter(err, true));
            assertEquals(0, command.execute());
            System.out.println("lost");
            assertEquals(1, command.execute());
            assertTrue(err.toString().startsWith("The standard output could not be written: "), err.toString());
        } finally {
            System.setOut(out);
        }
    }

    @Test
    void messagesBecomeOneLine() {
        assertEquals("One two.", failure(new IllegalStateException("One\n  two.")));
        assertEquals("Failed: IllegalStateException; --debug shows more.", failure(new IllegalStateException()));
    }

    @Test
    void namesThatJavaCannotDecode() {
        InvalidPathException e = assertThrows(InvalidPathException.class, () -> Execution.path("folder/caf\uFFFD.png"));
        assertEquals("it is not of the system's character set: rename it, or give its folder", e.getReason());
        assertEquals(Path.of("caf\u00e9.png"), Execution.path("caf\u00e9.png"));
    }

    @Test
    void aLibraryIsMissing() {
        assertEquals(
                "A library cannot be loaded on " + System.getProperty("os.name") + " " + System.getProperty("os.arch")
                        + ": no library; --debug shows where it is needed.",
                failure(new UnsatisfiedLinkError("no library")));
    }
}
