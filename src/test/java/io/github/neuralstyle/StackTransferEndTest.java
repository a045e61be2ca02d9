package io.github.neuralstyle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.neuralstyle.StackTransfer.Result;
import io.github.neuralstyle.image.Axis;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.transfer.Painter;
import io.github.neuralstyle.transfer.TransferResult;
import io.github.neuralstyle.transfer.TransferState;
import io.github.neuralstyle.util.ProgressListener;
import java.util.List;
import net.imglib2.FinalInterval;
import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import net.imglib2.view.Views;
import org.junit.jupiter.api.Test;

/** Runs that are stopped, fail or are refused. */
class StackTransferEndTest extends StackTransferRuns {

    @Test
    void stoppedOneHasWholePicturesOnly() {
        int[] count = {0};
        Painter painter = (content, before, progress) -> {
            Pixels white = result(255, 255, 255, content).picture();
            return new TransferResult(white, 5, ++count[0] == 3);
        };
        Result result = run(
                ArrayImgs.unsignedBytes(new byte[] {1, 2, 3, 4}, 1, 1, 4),
                List.of(Axis.X, Axis.Y, Axis.Z),
                WHOLE,
                painter,
                OPTIONS);
        assertArrayEquals(new double[] {255, 255, 3, 4}, values(result));
        assertTrue(result.stopped());
        assertEquals(List.of(2, 4, 15), List.of(result.pictures(), result.all(), result.steps()));
        count[0] = 2;
        Result one = run(ArrayImgs.unsignedBytes(1, 1), List.of(Axis.X, Axis.Y), WHOLE, painter, OPTIONS);
        assertArrayEquals(new double[] {255}, values(one));
        assertTrue(one.stopped() && one.pictures() == 1);
    }

    @Test
    void whatWasMadeBeforeAnErrorIsClosedAndTheInputIsUntouched() {
        boolean[] closed = {false};
        Img<UnsignedByteType> image = ArrayImgs.unsignedBytes(new byte[] {5}, 1, 1);
        Painter failing = new Painter() {

            @Override
            public TransferResult paint(Pixels content, Previous before, ProgressListener<TransferState> progress) {
                throw new IllegalStateException("as wanted");
            }

            @Override
            public void close() {
                closed[0] = true;
            }
        };
        assertThrows(IllegalStateException.class, () -> run(image, List.of(Axis.X, Axis.Y), WHOLE, failing, OPTIONS));
        assertTrue(closed[0]);
        assertEquals(5, image.firstElement().get());
    }

    @Test
    void whatCannotBeUsedIsRefusedInASentence() {
        List<Axis> xy = List.of(Axis.X, Axis.Y), xyc = List.of(Axis.X, Axis.Y, Axis.CHANNEL);
        Img<?> image = ArrayImgs.unsignedBytes(5, 4);
        assertSentence(
                () -> white(Views.interval(ArrayImgs.bytes(5, 4, 1), new FinalInterval(5, 4, 0)), xyc, WHOLE),
                "empty",
                "5 x 4 x 0",
                "CHANNEL");
        assertSentence(() -> white(ArrayImgs.bytes(5, 4, 1), xy, WHOLE), "3 dimensions", "2 axes");
        assertSentence(() -> white(image, List.of(Axis.X, Axis.Z), WHOLE), "[X, Z]", "Y");
        assertSentence(
                () -> white(ArrayImgs.bytes(5, 4, 1, 1), List.of(Axis.X, Axis.Y, Axis.CHANNEL, Axis.CHANNEL), WHOLE),
                "CHANNEL",
                "once");
        assertSentence(() -> white(ArrayImgs.floats(new float[] {1, Float.NaN}, 2, 1), xy, WHOLE), "1 value", "NaN");
        assertSentence(() -> white(ArrayImgs.complexFloats(5, 4), xy, WHOLE), "ComplexFloatType");
        assertSentence(() -> white(image, xy, List.of()), "region");
        assertSentence(() -> white(image, xy, List.of(new Region(ArrayImgs.bits(4, 4), STYLES))), "4x4", "5x4");
        assertSentence(() -> white(image, xy, List.of(new Region(ArrayImgs.bits(5, 4), STYLES))), "empty");
        assertSentence(() -> new Region(null, List.of()), "style");
        assertSentence(() -> OPTIONS.with(Options.FEATHER, -1), "feather", "-1", "0 to 256");
        assertSentence(() -> OPTIONS.with(Options.SATURATED, 30.0), "saturated", "30", "0 to 20");
    }
}
