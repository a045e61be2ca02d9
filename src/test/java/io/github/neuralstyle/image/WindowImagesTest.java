package io.github.neuralstyle.image;

import static org.junit.jupiter.api.Assertions.assertEquals;

import net.imglib2.img.Img;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.type.numeric.integer.UnsignedByteType;
import org.junit.jupiter.api.Test;

class WindowImagesTest {

    @Test
    void picturesBecomeBytes() {
        Pixels picture = new Pixels(2, 1, new float[] {198, 158, 40, -3, 127.5f, 255.9f});
        assertColor(Images.bytes(picture), 0, 198, 158, 40);
        assertColor(Images.bytes(picture), 1, 0, 128, 255);
    }

    @Test
    void argbBecomesBytes() {
        assertColor(Images.bytes(ArrayImgs.argbs(new int[] {0, 0xffc69e28}, 1, 2)), 1, 198, 158, 40);
    }

    private static void assertColor(Img<UnsignedByteType> image, int pixel, int red, int green, int blue) {
        var access = image.randomAccess();
        int[] expected = {red, green, blue};
        for (int c = 0; c < 3; c++) {
            access.setPosition(new long[] {pixel % image.dimension(0), pixel / image.dimension(0), c});
            assertEquals(expected[c], access.get().get());
        }
    }
}
