package io.github.neuralstyle.engine.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.TestErrors;
import io.github.neuralstyle.engine.EngineException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {

    private static Platform of(String os, String arch, String bits, String java) {
        return new Platform(os, arch, bits, java, false, null);
    }

    @ParameterizedTest
    @CsvSource({
        "Linux,amd64,linux-x86_64-gpu linux-x86_64",
        "Linux,aarch64,linux-arm64",
        "Mac OS X,aarch64,macosx-arm64",
        "Windows 11,amd64,windows-x86_64"
    })
    void runsWhereTensorFlowHasLibraries(String os, String arch, String classifiers) {
        for (String java : new String[] {"17", "21", "25"}) {
            assertEquals(Optional.empty(), of(os, arch, "64", java).obstacle());
            assertEquals(
                    List.of(classifiers.split(" ")), of(os, arch, null, java).classifiers());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Linux,amd64,64,1.8,this is Java 1.8",
        "Windows 11,amd64,64,11,this is Java 11",
        "Mac OS X,x86_64,64,16,Java 17 or newer",
        "Windows 10,x86,32,17,32-bit one (x86)",
        "Linux,i386,,17,32-bit one (i386)",
        "Linux,arm,32,17,64-bit systems",
        "Linux,amd64,32,17,32-bit",
        "Mac OS X,x86_64,64,21,Macs with an Intel processor",
        "Windows 11,aarch64,64,21,Windows 11 on aarch64",
        "Linux,riscv64,64,21,Linux on riscv64",
        "SunOS,amd64,64,17,SunOS on amd64"
    })
    void otherwiseSaysWhatToDo(String os, String arch, String bits, String java, String words) {
        TestErrors.assertSentence(
                new EngineException(of(os, arch, bits, java).obstacle().orElseThrow()), words);
    }

    @Test
    void tellsRosettaFromAnIntelMac() {
        Platform rosetta = new Platform("Mac OS X", "x86_64", "64", "21", true, null);
        TestErrors.assertSentence(
                new EngineException(rosetta.obstacle().orElseThrow()), "Rosetta", "Fiji for Apple silicon (arm64)");
    }

    @Test
    void needsAvxOfIntelProcessorsAlone() {
        TestErrors.assertSentence(
                new EngineException(new Platform("Linux", "amd64", "64", "17", false, Set.of("fpu", "sse2"))
                        .obstacle()
                        .orElseThrow()),
                "no AVX instructions");
        assertTrue(new Platform("Linux", "amd64", "64", "17", false, Set.of("fpu", "sse2", "avx"))
                .obstacle()
                .isEmpty());
        assertTrue(new Platform("Linux", "aarch64", "64", "17", false, Set.of("asimd"))
                .obstacle()
                .isEmpty());
    }

    @Test
    void thisOneRunsTheTests() {
        assertEquals(Optional.empty(), Platform.here().obstacle());
        assertTrue(!Platform.here().os().equals("Linux")
                || Platform.here().instructions().size() > 1
                || !Platform.here().arch().equals("amd64"));
    }
}
