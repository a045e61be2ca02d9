package io.github.neuralstyle.cli;

import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.image.Images;
import io.github.neuralstyle.image.Pixels;
import java.io.IOException;
import java.nio.file.Path;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

/** Files as the engine's pixels. */
final class ImageInputs {

    private ImageInputs() {}

    static Pixels read(Path file) throws IOException {
        Img<FloatType> image = ImageFiles.read(file);
        return new Pixels((int) image.dimension(0), (int) image.dimension(1), Images.toPixels(image));
    }

    static void write(Pixels picture, Path file) throws IOException {
        ImageFiles.write(Images.fromPixels(picture.values(), picture.width(), picture.height()), file);
    }
}
