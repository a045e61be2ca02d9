package io.github.neuralstyle.testimages;

import static io.github.neuralstyle.testimages.Paint.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Lines along a field of directions that keep a distance from each other (after Jobard and Lefer 1997). */
final class Streamlines {

    /** Points in each square cell of the least distance, to look for near ones. */
    private final List<double[]>[] cells;

    private final int across;
    private final double cell;
    private final Canvas canvas;
    private final Field angle, inside;

    @SuppressWarnings("unchecked")
    Streamlines(Canvas canvas, Field angle, Field inside, double cell) {
        this.canvas = canvas;
        this.angle = angle;
        this.inside = inside;
        this.cell = cell;
        across = (int) (canvas.width / cell) + 3;
        cells = new List[across * ((int) (canvas.height / cell) + 3)];
    }

    /**
     * Fills the inside: from random seeds, lines of points two units apart, both ways until they leave it or come near
     * another line.
     *
     * @param spacing the distance wanted at a place, at least the cell
     */
    List<double[][]> fill(Random random, int seeds, double longest, Field spacing) {
        List<double[][]> lines = new ArrayList<>();
        for (int n = 0; n < seeds; n++) {
            double x = random.nextDouble() * canvas.width, y = random.nextDouble() * canvas.height;
            double wanted = spacing.at(x, y), most = longest * (.5 + random.nextDouble());
            if (inside.at(x, y) <= 0 || !free(x, y, wanted)) continue;
            List<double[]> line = new ArrayList<>();
            walk(line, x, y, -1, most / 2, spacing);
            java.util.Collections.reverse(line);
            line.add(new double[] {x, y});
            walk(line, x, y, 1, most / 2, spacing);
            if (line.size() < 3) continue;
            for (double[] p : line) {
                int at = index(p[0], p[1]);
                if (cells[at] == null) cells[at] = new ArrayList<>();
                cells[at].add(p);
            }
            lines.add(line.toArray(new double[0][]));
        }
        return lines;
    }

    private void walk(List<double[]> line, double x, double y, int sense, double length, Field spacing) {
        double before = angle.at(x, y) + (sense < 0 ? StrictMath.PI : 0);
        for (double s = 0; s < length; s += 2) {
            double a = angle.at(x, y) + (sense < 0 ? StrictMath.PI : 0);
            if (StrictMath.cos(a - before) < 0) a += StrictMath.PI; // directions have no sense
            if (StrictMath.cos(a - before) < .7 && s > 0) return;
            before = a;
            x += 2 * StrictMath.cos(a);
            y += 2 * StrictMath.sin(a);
            if (x < 0 || y < 0 || x >= canvas.width || y >= canvas.height || inside.at(x, y) <= 0) return;
            if (!free(x, y, .7 * spacing.at(x, y))) return;
            line.add(new double[] {x, y});
        }
    }

    private int index(double x, double y) {
        return ((int) (y / cell) + 1) * across + (int) (x / cell) + 1;
    }

    private boolean free(double x, double y, double distance) {
        int reach = (int) Math.ceil(distance / cell), at = index(x, y);
        for (int j = -reach; j <= reach; j++)
            for (int i = -reach; i <= reach; i++) {
                int near = at + j * across + i;
                if (near < 0 || near >= cells.length || cells[near] == null) continue;
                for (double[] p : cells[near]) {
                    double dx = p[0] - x, dy = p[1] - y;
                    if (dx * dx + dy * dy < distance * distance) return false;
                }
            }
        return true;
    }
}
