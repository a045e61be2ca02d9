package io.github.neuralstyle.transfer;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.Settings;
import io.github.neuralstyle.StyleTransfer;
import io.github.neuralstyle.TestErrors;
import io.github.neuralstyle.image.Pyramid.Size;
import io.github.neuralstyle.loss.LossGraph;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryEstimateTest {

    private static final double GIGABYTE = 1e9;

    private static final List<String> LOSSES = List.of("content", "gram", "neighbors");

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void refusesWhatDoesNotFitAndNamesASizeThatDoes(int pictures) {
        String message = assertThrows(IllegalArgumentException.class, () -> check(8000, pictures, 8 * GIGABYTE, "off"))
                .getMessage();
        assertTrue(
                message.startsWith(
                        pictures == 1
                                ? "size is 8000; a picture of 8000x6000 pixels needs about "
                                : "size is 8000; 3 pictures of 8000x6000 pixels at a time need about "),
                message);
        int most = Integer.parseInt(message.replaceAll(".*at most (\\d+)\\.", "$1"));
        assertDoesNotThrow(() -> check(most, pictures, 8 * GIGABYTE, "off"));
        assertThrows(IllegalArgumentException.class, () -> check(most + 1, pictures, 8 * GIGABYTE, "off"));
    }

    @Test
    void aFinishNeedsLessThanTheNetworkAtThatSize() {
        assertDoesNotThrow(() -> check(8000, 1, 8 * GIGABYTE, "on"));
        assertTrue(needed(8000, 1, "on") > needed(1000, 1, "on"));
    }

    @Test
    void aPictureThatDoesNotFitIsMadeInTheLargestTilesThatDo() {
        Size size = new Size(2048, 1536);
        double whole = network(size, LossGraph.WHOLE);
        assertEquals(LossGraph.WHOLE, MemoryEstimate.tileSide(size, LOSSES, 1, whole));
        int some = MemoryEstimate.tileSide(size, LOSSES, 1, whole / 2);
        assertTrue(network(size, some) <= whole / 2, "tiles of " + some);
        assertTrue(network(size, some + 64) > whole / 2, "tiles of " + some);
        assertTrue(MemoryEstimate.tileSide(size, LOSSES, 1, 1) < some, "the smallest where nothing fits");
    }

    private static double network(Size size, int tile) {
        return MemoryEstimate.network(size, LOSSES, 1, 1, tile);
    }

    @Test
    void whereNothingFitsItSaysWhatTheSmallestNeeds() {
        TestErrors.assertSentence(
                assertThrows(IllegalArgumentException.class, () -> check(512, 1, 0.1 * GIGABYTE, "on")),
                "size is 512",
                "the limit",
                "the smallest needs");
    }

    @ParameterizedTest
    @CsvSource({"4G, 4e9", "900m, 9e8", "1.5 GB, 1.5e9"})
    void limits(String text, double bytes) {
        assertEquals(bytes, MemoryEstimate.bytes(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4", "0G", "-1G", "4T", "much"})
    void noLimits(String text) {
        TestErrors.assertSentence(
                assertThrows(IllegalArgumentException.class, () -> MemoryEstimate.bytes(text)),
                "memory is " + text,
                "4G");
    }

    private static void check(int size, int pictures, double limit, String finish) {
        MemoryEstimate.check(
                size, Size.of(640, 480, size), pictures, s -> needed(s, pictures, finish), limit, "the limit is low");
    }

    private static double needed(int size, int pictures, String finish) {
        Settings settings = Settings.defaults().withFinish(finish).withSize(size);
        return StyleTransfer.memory(640, 480, settings, pictures, MemoryEstimate.DRAWN);
    }
}
