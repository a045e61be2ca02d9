package io.github.neuralstyle.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Calls whose result depends on the default locale, so that files and names differ from one computer to another. */
class LocaleTrapsTest {

    private static final Pattern TRAP = Pattern.compile("(String\\.format|printf)\\((?!\\s*(java\\.util\\.)?Locale)"
            + "|\\.to(Lower|Upper)Case\\(\\)|\\.formatted\\(|new Scanner\\(|NumberFormat\\.get\\w*Instance\\(\\)"
            + "|new (DecimalFormat|SimpleDateFormat|Formatter)\\([^,()]*\\)");

    /** All graphs, and all that loads TensorFlow, come from the class that gives the locale Latin digits. */
    private static final Pattern OTHER_TENSORFLOW =
            Pattern.compile("new Graph\\(|SavedModelBundle\\.load\\(|TensorFlow\\.version\\(|Loader\\.load\\(");

    private static List<String> found(Pattern pattern, String... allowed) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            for (Path file : files.filter(path -> path.toString().matches(".*main.java8?\\W.*\\.java"))
                    .toList()) {
                Matcher matcher = pattern.matcher(Files.readString(file));
                while (matcher.find())
                    if (!List.of(allowed).contains(file.getFileName().toString()))
                        found.add(file.getFileName() + ": " + matcher.group());
            }
        }
        return found;
    }

    @Test
    void nothingDependsOnTheLocale() throws IOException {
        assertEquals(List.of(), found(TRAP));
    }

    @Test
    void tensorFlowIsStartedInOnePlace() throws IOException {
        assertEquals(List.of(), found(OTHER_TENSORFLOW, "TensorFlowProcess.java", "NativeLog.java"));
    }
}
