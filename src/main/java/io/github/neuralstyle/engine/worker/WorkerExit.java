package io.github.neuralstyle.engine.worker;

import io.github.neuralstyle.engine.install.EngineFolder;
import io.github.neuralstyle.engine.install.Platform;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Why a worker has ended, in words. */
final class WorkerExit {

    private static final int SIGNAL = 128,
            SIGILL = 4,
            SIGABRT = 6,
            SIGBUS = 7,
            SIGBUS_MAC = 10,
            SIGKILL = 9,
            SIGSEGV = 11;
    private static final int ILLEGAL_INSTRUCTION = 0xC000001D,
            ACCESS_VIOLATION = 0xC0000005,
            FAIL_FAST = 0xC0000409,
            NO_LIBRARY = 0xC0000135;

    /** Java's own, with ExitOnOutOfMemoryError. */
    private static final int OUT_OF_HEAP = 3;

    /** What Java says of a heap that it does not take, or cannot have. */
    private static final Pattern HEAP = Pattern.compile("reserve enough space|maximum heap|insufficient memory");

    private static final String DAMAGED = "; if it does so again, choose verify in " + EngineFolder.MENU + ".";

    private WorkerExit() {}

    /**
     * A sentence with what to do.
     *
     * @param code of the process: above 128, a signal on Linux and macOS; a status of Windows; or the program's own
     * @param output what it wrote to its standard streams last; may be empty
     */
    static String text(int code, String output) {
        Optional<String> heap =
                output.lines().filter(line -> HEAP.matcher(line).find()).findFirst();
        if (heap.isPresent())
            return "The engine's Java cannot have the heap that it was to have (" + phrase(heap.get())
                    + "); close other programs, or give it another heap by -D" + WorkerEngine.HEAP + ", as 2g.";
        if (code == OUT_OF_HEAP && output.contains("OutOfMemoryError"))
            return "The memory of the engine's Java ran out; choose a smaller size, or give it more by -D"
                    + WorkerEngine.HEAP + ", as 8g.";
        if (output.contains("SIGILL") || output.contains("EXCEPTION_ILLEGAL_INSTRUCTION")) return Platform.NO_AVX;
        return switch (code) {
            case SIGNAL + SIGILL, ILLEGAL_INSTRUCTION -> Platform.NO_AVX;
            case SIGNAL
                    + SIGKILL -> "The engine was ended from outside, usually because the memory ran out; no image was changed: "
                    + "choose a smaller size, or close other programs.";
            case SIGNAL + SIGABRT, FAIL_FAST -> "TensorFlow gave up in the engine (exit code " + shown(code) + ")"
                    + DAMAGED;
            case SIGNAL + SIGSEGV, ACCESS_VIOLATION -> "The engine crashed (exit code " + shown(code) + ")" + DAMAGED;
            case SIGNAL + SIGBUS, SIGNAL + SIGBUS_MAC -> "The engine could not read a file to its end (exit code "
                    + shown(code) + "), so that the disk may be full" + DAMAGED;
            case NO_LIBRARY -> "Windows lacks a library that TensorFlow needs; install Microsoft's Visual C++ Redistributable "
                    + "for x64.";
            default -> "The engine ended with exit code " + shown(code) + reason(output) + DAMAGED;
        };
    }

    private static String shown(int code) {
        return code < 0 ? String.format(Locale.ROOT, "0x%08X", code) : Integer.toString(code);
    }

    /** The last line with a word in it, in brackets. */
    private static String reason(String output) {
        return output.lines()
                .filter(line -> !line.isBlank())
                .reduce((before, last) -> last)
                .map(line -> " (" + phrase(line) + ")")
                .orElse("");
    }

    private static String phrase(String line) {
        return line.strip().replaceAll("\\.$", "").replace(". ", "; ");
    }
}
