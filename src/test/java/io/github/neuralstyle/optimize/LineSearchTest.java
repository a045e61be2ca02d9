package io.github.neuralstyle.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.optimize.LineSearch.Line;
import io.github.neuralstyle.optimize.LineSearch.Trial;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineSearchTest {

    private int evaluations;

    /** A parabola and shapes after Moré &amp; Thuente 1994, section 5, from first steps far too short to far too long. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 0.1, 1, 10, 1000})
    void stepsSatisfyTheStrongWolfeConditions(double first) {
        check(a -> (a - 3) * (a - 3), a -> 2 * (a - 3), first);
        check(a -> -a / (a * a + 2), a -> (a * a - 2) / ((a * a + 2) * (a * a + 2)), first);
        check(
                a -> Math.pow(a + 0.1, 5) - 2 * Math.pow(a + 0.1, 4),
                a -> 5 * Math.pow(a + 0.1, 4) - 8 * Math.pow(a + 0.1, 3),
                first);
        check(a -> -a + Math.sin(8 * a) / 9 + 0.02 * a * a, a -> -1 + 8 * Math.cos(8 * a) / 9 + 0.04 * a, first);
    }

    private void check(DoubleUnaryOperator f, DoubleUnaryOperator slope, double first) {
        Line line = line(f, slope);
        Trial start = line.at(0, null);
        evaluations = 0;
        Trial end = LineSearch.search(line, start, first);
        assertTrue(end.step() > 0 && evaluations <= LineSearch.MAX_EVALUATIONS, () -> "no step from " + first);
        assertTrue(
                end.value() <= start.value() + 1e-4 * end.step() * start.slope(),
                () -> "sufficient decrease from " + first);
        assertTrue(Math.abs(end.slope()) <= 0.9 * Math.abs(start.slope()), () -> "curvature from " + first);
    }

    private Line line(DoubleUnaryOperator f, DoubleUnaryOperator slope) {
        return (a, kept) -> {
            evaluations++;
            return new Trial(a, f.applyAsDouble(a), slope.applyAsDouble(a), null);
        };
    }

    @Test
    void cubicsAreMinimisedByOneInterpolation() {
        // a³ - 2 a² - 4 a has its minimum at 2; trial at 4, then there
        Line line = line(a -> a * a * a - 2 * a * a - 4 * a, a -> 3 * a * a - 4 * a - 4);
        assertEquals(2, LineSearch.search(line, line.at(0, null), 4).step(), 1e-12);
    }

    @Test
    void backsOffFromWhatIsNotFinite() {
        Line line = line(
                a -> a < 1 ? (a - 0.5) * (a - 0.5) : Double.POSITIVE_INFINITY, a -> a < 1 ? 2 * a - 1 : Double.NaN);
        Trial end = LineSearch.search(line, line.at(0, null), 100);
        assertTrue(end.step() > 0 && end.step() < 1);
    }

    @Test
    void staysAtTheStartWhereNothingDescends() {
        Line line = line(a -> a, a -> -1);
        Trial start = line.at(0, null);
        evaluations = 0;
        assertSame(start, LineSearch.search(line, start, 1));
        assertTrue(evaluations <= LineSearch.MAX_EVALUATIONS);
    }

    @Test
    void endsWhereTheDescentDoesNot() {
        Line line = line(a -> -a, a -> -1);
        Trial start = line.at(0, null);
        evaluations = 0;
        assertTrue(LineSearch.search(line, start, 1).value() < -1);
        assertEquals(LineSearch.MAX_EVALUATIONS, evaluations);
    }
}
