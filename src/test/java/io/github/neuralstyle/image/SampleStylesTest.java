package io.github.neuralstyle.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The styles that come with the program. */
class SampleStylesTest {

    private static final Path DRAWN = Path.of("test-images", "styles");

    @TempDir
    private Path home;

    private void inHome(Executable work) throws IOException {
        String before = System.setProperty("user.home", home.toString());
        try {
            work.run();
        } finally {
            System.setProperty("user.home", before);
        }
    }

    private interface Executable {
        void run() throws IOException;
    }

    @Test
    void areTheStylesAmongTheTestImages() throws IOException {
        try (Stream<Path> files = Files.list(DRAWN)) {
            assertEquals(
                    files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()),
                    SampleStyles.names().stream().map(name -> name + ".jpg").collect(Collectors.toSet()));
        }
        assertEquals("Ink landscape", SampleStyles.title("ink-landscape"));
    }

    @Test
    void areReadAsColourPictures() throws IOException {
        inHome(() -> assertArrayEquals(
                new long[] {2048, 1536, 3}, SampleStyles.read("mosaic").dimensionsAsLongArray()));
    }

    @Test
    void areUnpackedAnewWhereTheCopyIsAnother() throws IOException {
        inHome(() -> {
            Path copy = SampleStyles.path("sample:woodcut");
            assertEquals(home.resolve(Path.of(".neural-style", "samples", "woodcut.jpg")), copy);
            Files.write(copy, new byte[] {1, 2, 3});
            assertArrayEquals(
                    Files.readAllBytes(DRAWN.resolve("woodcut.jpg")), Files.readAllBytes(SampleStyles.file("woodcut")));
        });
    }

    @Test
    void anyOtherTextIsTheNameOfAFile() {
        assertEquals(Path.of("samples", "woodcut.jpg"), SampleStyles.path("samples/woodcut.jpg"));
    }

    @Test
    void anUnknownNameIsRefusedWithTheKnownOnes() {
        for (String wrong : Set.of("etching", "", "../woodcut")) {
            IllegalArgumentException e =
                    assertThrows(IllegalArgumentException.class, () -> SampleStyles.path("sample:" + wrong));
            assertEquals(
                    "There is no sample style " + wrong
                            + "; there are ink-landscape, oil-night, woodcut, mosaic, watercolor.",
                    e.getMessage());
        }
    }
}
