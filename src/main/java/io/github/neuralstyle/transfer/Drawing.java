package io.github.neuralstyle.transfer;

import io.github.neuralstyle.finish.Finish.RowSink;
import io.github.neuralstyle.image.Images;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/**
 * A finished picture for a file.
 *
 * @param image of three bytes for each pixel
 * @param steps how many were made, over all scales
 * @param stopped whether it was stopped before its end
 */
public record Drawing(BufferedImage image, int steps, boolean stopped) {

    public static Drawing of(TransferResult result) {
        BufferedImage image =
                new BufferedImage(result.picture().width(), result.picture().height(), BufferedImage.TYPE_3BYTE_BGR);
        int length = 3 * image.getWidth();
        RowSink rows = into(image);
        float[] row = new float[length];
        for (int y = 0; y < image.getHeight(); y++) {
            System.arraycopy(result.picture().values(), y * length, row, 0, length);
            rows.row(y, row);
        }
        return new Drawing(image, result.steps(), result.stopped());
    }

    /** Rows go where they are in an image of the type TYPE_3BYTE_BGR, rounded. */
    static RowSink into(BufferedImage image) {
        byte[] bgr = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        return (y, row) -> {
            for (int i = 0, at = y * row.length; i < row.length; i += 3, at += 3)
                for (int c = 0; c < 3; c++) bgr[at + c] = (byte) Images.grey(row[i + 2 - c]);
        };
    }
}
