package io.github.neuralstyle.finish;

/**
 * Draws what is painted towards the picture. Where the picture is enlarged it knows only the means of cells of some
 * pixels a side: only those are drawn, so that its blur never counts against real detail.
 */
final class Tone {

    private final int cell, width, height, low, high, cellsAcross, firstCell;
    private final byte[] picture;
    /** (cells, 3), the picture less what is painted, in eighths of a grey level. */
    private final int[] differences;

    /** @param cell side of a cell in pixels; bands start at whole cells or at the picture's edge */
    Tone(RowResampling resampling, int cell, int width, int height, int low, int high, Workers workers) {
        this.cell = cell;
        this.width = width;
        this.height = height;
        this.low = low;
        this.high = high;
        picture = resampling.rows(low, high, workers);
        cellsAcross = (width + cell - 1) / cell;
        firstCell = low / cell;
        differences = new int[cell == 1 ? 0 : 3 * cellsAcross * ((high + cell - 1) / cell - firstCell)];
    }

    int cell() {
        return cell;
    }

    /** Takes the means of the cells of some rows. */
    void measure(int from, int to, byte[] painted, Workers workers) {
        if (cell > 1) Band.rows(from / cell, (to + cell - 1) / cell, 0, workers, row -> measure(row, painted));
    }

    private void measure(int cellRow, byte[] painted) {
        int top = Math.max(low, cellRow * cell), bottom = Math.min(high, (cellRow + 1) * cell);
        for (int column = 0; column < cellsAcross; column++) {
            int left = column * cell, right = Math.min(width, left + cell), r = 0, g = 0, b = 0;
            for (int y = top; y < bottom; y++)
                for (int x = left, i = 3 * ((y - low) * width + x); x < right; x++, i += 3) {
                    r += (picture[i] & 0xff) - (painted[i] & 0xff);
                    g += (picture[i + 1] & 0xff) - (painted[i + 1] & 0xff);
                    b += (picture[i + 2] & 0xff) - (painted[i + 2] & 0xff);
                }
            int at = 3 * ((cellRow - firstCell) * cellsAcross + column), pixels = (bottom - top) * (right - left);
            differences[at] = 8 * r / pixels;
            differences[at + 1] = 8 * g / pixels;
            differences[at + 2] = 8 * b / pixels;
        }
    }

    /** What is painted plus a share of the difference to the picture, for one row. */
    void draw(int y, float share, byte[] painted, byte[] wanted) {
        int start = 3 * (y - low) * width;
        if (cell == 1) {
            for (int i = start; i < start + 3 * width; i++)
                wanted[i] = (byte) Math.round((1 - share) * (painted[i] & 0xff) + share * (picture[i] & 0xff));
            return;
        }
        int lastRow = (high + cell - 1) / cell - firstCell - 1;
        float v = (y + 0.5f) / cell - 0.5f;
        int y0 = (int) Math.floor(v),
                a = 3 * cellsAcross * Math.max(0, Math.min(lastRow, y0 - firstCell)),
                b = 3 * cellsAcross * Math.max(0, Math.min(lastRow, y0 + 1 - firstCell));
        float down = v - y0;
        for (int x = 0; x < width; x++) {
            float u = (x + 0.5f) / cell - 0.5f;
            int x0 = (int) Math.floor(u), l = 3 * Math.max(0, x0), r = 3 * Math.min(cellsAcross - 1, x0 + 1);
            float right = u - x0;
            for (int c = 0; c < 3; c++) {
                float upper = differences[a + l + c] + right * (differences[a + r + c] - differences[a + l + c]);
                float lower = differences[b + l + c] + right * (differences[b + r + c] - differences[b + l + c]);
                float value = (painted[start + 3 * x + c] & 0xff) + share * (upper + down * (lower - upper)) / 8;
                wanted[start + 3 * x + c] = (byte) Math.round(Math.max(0, Math.min(255, value)));
            }
        }
    }
}
