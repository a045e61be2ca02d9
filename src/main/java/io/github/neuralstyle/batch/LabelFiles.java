package io.github.neuralstyle.batch;

import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.image.Planes;
import io.github.neuralstyle.image.io.DecodedImage;
import io.github.neuralstyle.image.io.ImageChecks;
import java.io.IOException;
import java.nio.file.Path;
import net.imglib2.img.Img;

/** Reads label images and the images that they belong to. */
final class LabelFiles {

    private LabelFiles() {}

    /** @throws IOException if the file cannot be read, or has several images, of which all but the first would be lost */
    static DecodedImage<Img<?>> onePage(Path file) throws IOException {
        DecodedImage<Img<?>> read = ImageFiles.openSamples(file);
        if (read.pages() > 1)
            throw new IOException(file + " is a stack of " + read.pages()
                    + " images; save its slices as files of their own (File > Save As > Image Sequence).");
        return read;
    }

    /**
     * The labels of an image.
     *
     * @param image of which file they are
     * @return (width * height), 0 for the background
     * @throws IOException if the file cannot be read, has another size than the image, or no whole numbers
     */
    static int[] read(Path file, Path image, Img<?> pixels) throws IOException {
        Img<?> labels = onePage(file).image();
        if (labels.numDimensions() > 2)
            throw new IOException(
                    "The labels " + file + " have colours; save them as grey values, 0 for the background.");
        if (labels.dimension(0) != pixels.dimension(0) || labels.dimension(1) != pixels.dimension(1))
            throw new IOException("The labels " + file + " have " + ImageChecks.sizes(labels) + " pixels and the image "
                    + image.getFileName() + " " + pixels.dimension(0) + " x " + pixels.dimension(1)
                    + "; they must have the same size.");
        double[] values = Planes.of("labels", labels).values()[0];
        int[] whole = new int[values.length];
        for (int i = 0; i < whole.length; i++) {
            whole[i] = (int) values[i];
            if (whole[i] != values[i] || whole[i] < 0)
                throw new IOException("The labels " + file + " have the value " + values[i]
                        + "; labels must be whole numbers from 0, the background: convert them to 16 bits.");
        }
        return whole;
    }
}
