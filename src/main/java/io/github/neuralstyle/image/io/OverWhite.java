package io.github.neuralstyle.image.io;

import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.Img;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.ARGBType;
import net.imglib2.type.numeric.RealType;
import net.imglib2.type.numeric.real.FloatType;

/** Composites 8-bit images with straight alpha over white. */
public final class OverWhite {

    private OverWhite() {}

    public static void argb(RandomAccessibleInterval<ARGBType> image, Img<FloatType> rgb) {
        LoopBuilder.setImages(
                        ImageChecks.plane(image, 0),
                        ImageChecks.plane(rgb, 0),
                        ImageChecks.plane(rgb, 1),
                        ImageChecks.plane(rgb, 2))
                .forEachPixel((pixel, red, green, blue) -> {
                    int argb = pixel.get();
                    int alpha = ARGBType.alpha(argb);
                    red.set(blend(ARGBType.red(argb), alpha));
                    green.set(blend(ARGBType.green(argb), alpha));
                    blue.set(blend(ARGBType.blue(argb), alpha));
                });
    }

    public static void rgba(RandomAccessibleInterval<? extends RealType<?>> image, Img<FloatType> rgb) {
        for (int c = 0; c < 3; c++) {
            LoopBuilder.setImages(ImageChecks.plane(image, c), ImageChecks.plane(image, 3), ImageChecks.plane(rgb, c))
                    .forEachPixel(
                            (value, alpha, blended) -> blended.set(blend(value.getRealFloat(), alpha.getRealFloat())));
        }
    }

    private static float blend(float value, float alpha) {
        return 255 + (value - 255) * alpha / 255;
    }
}
