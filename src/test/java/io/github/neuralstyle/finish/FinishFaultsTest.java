package io.github.neuralstyle.finish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.image.Mask;
import io.github.neuralstyle.image.Pixels;
import java.io.File;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FinishFaultsTest {

    private static final FinishOptions OPTIONS = new FinishOptions(5, 0.5f, 1, List.of(Turn.NONE), 2);

    private final Pixels style = Paint.waves(60, 50, 1), picture = Paint.waves(70, 60, 2);

    private static String refused(PatchStyle style, Pixels picture) {
        return assertThrows(
                        IllegalArgumentException.class,
                        () -> new Finish(List.of(style), OPTIONS, FinishListener.NONE, 1 << 22, 32).repaint(picture))
                .getMessage();
    }

    @Test
    void styleOfFewPatches() {
        assertTrue(refused(PatchStyle.of(Paint.waves(7, 9, 1)), picture)
                .contains("7x9 pixels has 15 whole patches of 5x5"));
        assertTrue(refused(PatchStyle.of(Paint.waves(4, 90, 1)), picture).contains("has 0 whole patches"));
        new Finish(List.of(PatchStyle.of(Paint.waves(8, 8, 1))), OPTIONS, FinishListener.NONE, 1 << 22, 32)
                .repaint(picture);
    }

    @Test
    void maskOfFewPatches() {
        boolean[] inside = new boolean[60 * 50];
        for (int y = 10; y < 17; y++) for (int x = 20; x < 29; x++) inside[y * 60 + x] = true;
        PatchStyle masked = new PatchStyle(RowImage.of(style), new Mask(60, 50, inside), 1);
        assertTrue(
                refused(masked, picture).contains("has 15 whole patches of 5x5 pixels inside its mask"),
                refused(masked, picture));
    }

    @Test
    void noNumber() {
        float[] values = picture.values().clone();
        values[3 * 70 * 5 + 1] = Float.NaN;
        assertTrue(refused(PatchStyle.of(style), new Pixels(70, 60, values)).contains("NaN in row 5"));
        assertTrue(refused(PatchStyle.of(new Pixels(70, 60, values)), picture).contains("NaN in row 5"));
    }

    @Test
    void sizesOutOfRange() {
        Finish finish = new Finish(List.of(PatchStyle.of(style)), OPTIONS, FinishListener.NONE);
        for (int[] size : new int[][] {{9, 100}, {100, 9}, {16385, 100}, {100, 1 << 20}})
            assertThrows(
                    IllegalArgumentException.class,
                    () -> finish.repaint(RowImage.of(picture), size[0], size[1], null, (y, row) -> {}));
        assertThrows(IllegalArgumentException.class, () -> new Finish(List.of(), OPTIONS, FinishListener.NONE));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Finish(
                        Collections.nCopies(3, PatchStyle.of(style)),
                        OPTIONS.withTurns(List.of(Turn.values())),
                        FinishListener.NONE));
    }

    @Test
    void cancelledSoon() {
        long[] asked = new long[1];
        assertThrows(CancellationException.class, () -> new Finish(
                        List.of(PatchStyle.of(Paint.waves(300, 300, 1))), OPTIONS, done -> {
                            asked[0] = asked[0] == 0 ? System.nanoTime() : asked[0];
                            return FinishListener.Wish.CANCEL;
                        })
                .repaint(Paint.waves(300, 300, 2)));
        assertTrue(asked[0] > 0);
    }

    /** Wants what there is after a number of levels, and checks that work goes on. */
    private static final class Keeping implements FinishListener {

        private final int after;
        private int levels;
        private double last;

        Keeping(int levels) {
            after = levels;
        }

        @Override
        public Wish at(double done) {
            assertTrue(done >= last && done <= 1, done + " after " + last);
            last = done;
            return levels < after ? Wish.GO_ON : Wish.KEEP;
        }

        @Override
        public void picture(Pixels picture) {
            levels++;
        }
    }

    private Pixels painted(FinishListener listener) {
        return new Finish(List.of(PatchStyle.of(style)), OPTIONS, listener, 1 << 22, 32)
                .repaint(Paint.waves(280, 240, 2));
    }

    /** Of three levels above the coarsest one. */
    @Test
    void keptTheLastLevelThatIsDoneIsTheResultWithoutMoreRounds() {
        Keeping first = new Keeping(1), second = new Keeping(2);
        Pixels kept = painted(first), keptLater = painted(second), whole = painted(FinishListener.NONE);
        assertEquals(280, kept.width());
        assertTrue(Paint.difference(kept, whole) > 0 && Paint.difference(kept, keptLater) > 0);
        assertEquals(1, first.levels);
        assertEquals(2, second.levels);
        assertTrue(first.last < second.last && second.last < 0.8, first.last + ", " + second.last);
    }

    @Test
    void keptBeforeTheFirstLevelIsDoneThereIsNone() {
        assertThrows(CancellationException.class, () -> painted(new Keeping(0)));
    }

    @Test
    void aListenerThatFailsEndsTheWork() {
        assertThrows(
                IllegalStateException.class,
                () -> painted(done -> {
                    throw new IllegalStateException("closed");
                }));
    }

    @Test
    void positionsInAFileKeepWhatIsWritten(@TempDir Path folder) {
        Positions positions = new FilePositions(300, 500, folder);
        int[] rows = new int[3 * 300], read = new int[2 * 300];
        for (int i = 0; i < rows.length; i++) rows[i] = i * 7;
        positions.write(400, 2, rows, 300);
        positions.read(400, 2, read);
        assertEquals(300 * 7, read[0]);
        assertEquals((3 * 300 - 1) * 7, read[599]);
        positions.close();
        assertEquals(0, folder.toFile().list().length);
    }

    @Test
    void folderWithoutRoomIsNamed() {
        Path folder = new File("no such folder").toPath();
        String message = assertThrows(UncheckedIOException.class, () -> new FilePositions(3000, 5000, folder))
                .getMessage();
        assertTrue(message.contains("58 MB") && message.contains("no such folder"), message);
    }
}
