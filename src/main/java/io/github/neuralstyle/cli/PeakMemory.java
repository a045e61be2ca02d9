package io.github.neuralstyle.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.javacpp.Pointer;

/** Memory of this process that is, or was at most, resident. */
record PeakMemory(String kind, double bytes) {

    /** The peak where the system tells it, as Linux does; else what is resident now. */
    static PeakMemory now() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/status")))
                if (line.startsWith("VmHWM:"))
                    return new PeakMemory(
                            "peak resident memory", 1024 * Double.parseDouble(line.replaceAll("\\D", "")));
        } catch (IOException notLinux) {
            // The system is another one.
        }
        return new PeakMemory("resident memory after the run", Pointer.physicalBytes());
    }
}
