package io.github.neuralstyle.util;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

/** The processor of this machine. */
public final class Processor {

    private static final Set<String> INSTRUCTIONS = read();

    private Processor() {}

    /** The extensions of its instruction set as Linux names them, such as avx; null if unknown, as on other systems. */
    public static Set<String> instructions() {
        return INSTRUCTIONS;
    }

    private static Set<String> read() {
        Path processors = Path.of("/proc/cpuinfo");
        if (!Files.isReadable(processors)) return null;
        try (Stream<String> lines = Files.lines(processors, StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.startsWith("flags"))
                    .findFirst()
                    .map(Processor::words)
                    .orElse(null);
        } catch (IOException unknown) {
            return null;
        }
    }

    private static Set<String> words(String flags) {
        return Set.copyOf(
                Arrays.asList(flags.substring(flags.indexOf(':') + 1).strip().split("\\s+")));
    }
}
