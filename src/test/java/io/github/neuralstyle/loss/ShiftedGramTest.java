package io.github.neuralstyle.loss;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.TestErrors;
import io.github.neuralstyle.model.TestModels;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tensorflow.EagerSession;
import org.tensorflow.op.Ops;

class ShiftedGramTest {

    private final EagerSession session = EagerSession.create();
    private final Ops tf = Ops.create(session);

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void productsOfPositionsThatFarApart() {
        // 1 2 3
        // 4 5 6
        Features features = new Features(2, 3, 1, new float[] {1, 2, 3, 4, 5, 6});
        float[] along = {(2 + 6 + 20 + 30) / 4f, (4 + 10 + 18) / 3f};
        assertArrayEquals(
                along,
                TestModels.values(
                        new ShiftedGram(List.of(1)).target(tf, features.in(tf)).asTensor()));
    }

    @Test
    void farPositionsGiveTheRowsAndNearOnesTheColumns() {
        Features features = new Features(1, 2, 2, new float[] {1, 2, 30, 50});
        assertArrayEquals(new float[] {30, 60, 50, 100, 0, 0, 0, 0}, sums(new ShiftedGram(List.of(1)), features));
    }

    @Test
    void countsAreThoseOfEachOverlap() {
        StatisticLoss.Statistic statistic = new ShiftedGram(List.of(3, 1))
                .statistic(tf, Features.rectified(5, 7, 2, 1).in(tf));
        assertArrayEquals(
                new float[] {4 * 5, 6 * 5, 2 * 7, 4 * 7},
                TestModels.values(statistic.count().asTensor()));
    }

    @Test
    void partsAddUpExceptForPairsAcrossTheirBorder() {
        ShiftedGram loss = new ShiftedGram(List.of(2));
        Features whole = Features.rectified(9, 6, 1, 1);
        Features upper = new Features(4, 6, 1, Arrays.copyOf(whole.values(), 4 * 6));
        Features lower = new Features(5, 6, 1, Arrays.copyOfRange(whole.values(), 4 * 6, 9 * 6));
        float[] sums = sums(loss, whole), a = sums(loss, upper), b = sums(loss, lower);
        assertEquals(sums[0], a[0] + b[0], 1e-4, "along x");
        double across = 0;
        for (int i = 2 * 6; i < 4 * 6; i++) across += whole.values()[i] * whole.values()[i + 2 * 6];
        assertEquals(sums[1], a[1] + b[1] + across, 1e-4, "along y");
    }

    private float[] sums(ShiftedGram loss, Features features) {
        return TestModels.values(loss.statistic(tf, features.in(tf)).sum().asTensor());
    }

    @Test
    void seesTheOrderOfPositionsThatGramIsBlindTo() {
        float[] ramp = new float[16 * 16];
        for (int i = 0; i < ramp.length; i++) ramp[i] = i % 16 + i / 16;
        Features style = new Features(16, 16, 1, ramp), shuffled = style.shuffled();
        double scale =
                Math.pow(TestModels.values(new Gram().target(tf, style.in(tf)).asTensor())[0], 2);
        assertEquals(0, shuffled.loss(tf, new Gram(), style) / scale, 1e-10);
        assertEquals(0, style.loss(tf, new ShiftedGram(List.of(2, 4)), style));
        assertTrue(shuffled.loss(tf, new ShiftedGram(List.of(2, 4)), style) / scale > 1e-3);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -4})
    void shiftBelowOne(int shift) {
        Exception error = assertThrows(IllegalArgumentException.class, () -> new ShiftedGram(List.of(4, shift)));
        TestErrors.assertSentence(error, "shifts", "" + shift, "at least 1");
    }

    @Test
    void noShift() {
        Exception error = assertThrows(IllegalArgumentException.class, () -> new ShiftedGram(List.of()));
        TestErrors.assertSentence(error, "shifts", "at least 1");
    }
}
