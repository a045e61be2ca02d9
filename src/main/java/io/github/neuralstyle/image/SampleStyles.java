package io.github.neuralstyle.image;

import io.github.neuralstyle.util.OutputFile;
import io.github.neuralstyle.util.UserFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import net.imglib2.img.Img;
import net.imglib2.type.numeric.real.FloatType;

/**
 * Style images that come with this program, for a user who has a picture but no painting. Each is about 2000 pixels wide
 * and was drawn by the program {@code DrawTestImages} of the sources.
 */
public final class SampleStyles {

    /** What precedes the name of a sample where the name of a file could be, as in {@code sample:woodcut}. */
    public static final String PREFIX = "sample:";

    private static final List<String> NAMES = List.of("ink-landscape", "oil-night", "woodcut", "mosaic", "watercolor");

    private SampleStyles() {}

    /** The names of all samples. */
    public static List<String> names() {
        return NAMES;
    }

    /** What to show to a user: the name in words, as "Ink landscape". @throws IllegalArgumentException if there is no such sample */
    public static String title(String name) {
        check(name);
        return Character.toUpperCase(name.charAt(0)) + name.substring(1).replace('-', ' ');
    }

    /**
     * Reads a sample.
     *
     * @return (X,Y,3), sRGB, 0..255
     * @throws IllegalArgumentException if there is no such sample
     * @throws UncheckedIOException if no folder of the user can be written to
     */
    public static Img<FloatType> read(String name) {
        try {
            return ImageFiles.read(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /**
     * The file that a text means: {@code sample:NAME} a copy of that sample in the user's folder, any other text the file
     * of that name.
     *
     * @throws IllegalArgumentException if there is no such sample, or the text cannot be the name of a file
     * @throws UncheckedIOException if no folder of the user can be written to
     */
    public static Path path(String text) {
        return text.startsWith(PREFIX) ? file(text.substring(PREFIX.length())) : Path.of(text);
    }

    /**
     * A copy of a sample in the user's folder, written where it is missing or another version's.
     *
     * @throws IllegalArgumentException if there is no such sample
     * @throws UncheckedIOException if no folder of the user can be written to
     */
    public static Path file(String name) {
        check(name);
        Path file = UserFolder.writable().resolve("samples").resolve(name + ".jpg");
        try (InputStream in =
                SampleStyles.class.getResourceAsStream("/io/github/neuralstyle/samples/" + name + ".jpg")) {
            if (in == null) throw new IOException("it is not in this program's jar");
            OutputFile.keep(file, in.readAllBytes());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot unpack the sample " + name + " to " + file + ": " + e.getMessage()
                            + "; make room or make the folder writable.",
                    e);
        }
    }

    private static void check(String name) {
        if (!NAMES.contains(name))
            throw new IllegalArgumentException(
                    "There is no sample style " + name + "; there are " + String.join(", ", NAMES) + ".");
    }
}
