package io.github.neuralstyle.engine.install;

import io.github.neuralstyle.util.Processor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The properties of a machine and its Java that TensorFlow depends on.
 *
 * @param os as Java's {@code os.name}
 * @param arch as Java's {@code os.arch}, which is Java's own, not the machine's
 * @param bits as Java's {@code sun.arch.data.model}; may be null
 * @param java as Java's {@code java.specification.version}: 1.8, 17
 * @param translated whether this is an Intel Java on Apple silicon
 * @param instructions of the processor, as Linux names them; null if unknown
 */
public record Platform(String os, String arch, String bits, String java, boolean translated, Set<String> instructions) {

    private static final int OLDEST_JAVA = 17;
    private static final String DOWNLOAD = " from https://fiji.sc.";

    /** The platform of this process. */
    public static Platform here() {
        String os = System.getProperty("os.name"), arch = System.getProperty("os.arch");
        return new Platform(
                os,
                arch,
                System.getProperty("sun.arch.data.model"),
                System.getProperty("java.specification.version"),
                isMac(os) && isX86(arch) && isTranslated(),
                Processor.instructions());
    }

    /** Why TensorFlow cannot run here and what to do, as a sentence; empty if it can. */
    public Optional<String> obstacle() {
        if (javaRelease() < OLDEST_JAVA)
            return Optional.of("Neural Style needs Java 17 or newer, and this is Java " + java + "; take a current Fiji"
                    + DOWNLOAD);
        if ("32".equals(bits) || arch.matches("x86|i[3-6]86|arm|armv?[1-7].*"))
            return Optional.of("Neural Style needs a 64-bit Java, and this is a 32-bit one (" + arch
                    + "); take the Fiji for 64-bit systems" + DOWNLOAD);
        if (translated)
            return Optional.of(
                    "This Fiji is made for Intel processors and is translated by Rosetta, where TensorFlow does not run; "
                            + "take the Fiji for Apple silicon (arm64)" + DOWNLOAD);
        if (isMac(os) && isX86(arch))
            return Optional.of("There is no TensorFlow for Macs with an Intel processor; "
                    + "use a Mac with Apple silicon, or a computer with Linux or Windows.");
        if (classifiers().isEmpty())
            return Optional.of("There is no TensorFlow for " + os + " on " + arch
                    + "; use Linux (x86-64 or arm64), Windows (x86-64) or macOS (Apple silicon).");
        if (isX86(arch) && instructions != null && !instructions.contains("avx")) return Optional.of(NO_AVX);
        return Optional.empty();
    }

    /** For a processor that is too old, or a virtual machine that hides what it can. */
    public static final String NO_AVX =
            "This processor has no AVX instructions, which TensorFlow needs; use a computer with a newer "
                    + "processor, or let the virtual machine have all instructions of its processor.";

    /** TensorFlow's names of this platform, the one to prefer first; none if there is no TensorFlow for it. */
    public List<String> classifiers() {
        boolean arm = arch.matches("aarch64|arm64");
        if (os.startsWith("Linux"))
            return isX86(arch) ? List.of("linux-x86_64-gpu", "linux-x86_64") : arm ? List.of("linux-arm64") : List.of();
        if (isMac(os)) return arm ? List.of("macosx-arm64") : List.of();
        return os.startsWith("Windows") && isX86(arch) ? List.of("windows-x86_64") : List.of();
    }

    private int javaRelease() {
        String[] numbers = java.split("\\.");
        return Integer.parseInt(numbers[numbers[0].equals("1") && numbers.length > 1 ? 1 : 0]);
    }

    private static boolean isMac(String os) {
        return os.startsWith("Mac");
    }

    private static boolean isX86(String arch) {
        return arch.matches("amd64|x86_64");
    }

    /** macOS reports this for the calling process and its children. */
    private static boolean isTranslated() {
        try {
            Process process = new ProcessBuilder("/usr/sbin/sysctl", "-n", "sysctl.proc_translated").start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                    .strip()
                    .equals("1");
        } catch (IOException unknown) {
            return false;
        }
    }
}
