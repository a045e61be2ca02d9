package io.github.neuralstyle.cli;

import io.github.neuralstyle.Options;
import io.github.neuralstyle.Style;
import io.github.neuralstyle.finish.FinishListener;
import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.image.io.DecodedImage;
import io.github.neuralstyle.image.io.ImageNotes;
import io.github.neuralstyle.texture.TextureSynthesis;
import io.github.neuralstyle.texture.TextureSynthesis.Guide;
import io.github.neuralstyle.util.RemainingTime;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import net.imglib2.img.Img;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Texture synthesis from files to a file. */
@Command(
        name = "texture",
        modelTransformer = OptionModel.class,
        sortOptions = false,
        description = "Makes a texture of any size of the pixels of an example, without any network.",
        footer = {
            "%nThe texture has the depth of the example; one of 16 bits can be written as png or tif, one of floats as tif.",
            "Ctrl-C ends the work early and writes the texture as it is then."
        })
public final class TextureSubcommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--style",
            required = true,
            converter = StyleConverter.class,
            paramLabel = "FILE",
            description = "The example, or sample:woodcut and the like; several times for a patchwork.")
    private List<Path> styles;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "FILE",
            description = "The picture to write: png, jpg, tif or bmp.")
    private Path output;

    @Option(
            names = "--guide",
            paramLabel = "FILE",
            description = "An image whose values say which texture each part has, by the values of --style-guide.")
    private Path guide;

    @Option(
            names = "--style-guide",
            paramLabel = "FILE",
            description = "An image of the size of the example whose values say what is where; one for each --style.")
    private List<Path> styleGuides;

    @Option(
            names = "--fill",
            paramLabel = "FILE",
            description =
                    "A mask of the size of the example: where it is over 0 the example is filled with the texture of its rest, and that is the result.")
    private Path mask;

    @Override
    public Integer call() throws IOException {
        boolean guided = guide != null;
        String size = OptionModel.value(spec, TextureSynthesis.SIZE);
        boolean sized = spec.findOption("--size").getValue() != null;
        require(guided == (styleGuides != null), "--guide and --style-guide belong together; give both or none.");
        require(mask == null || !sized, "--fill gives the size; leave out --size.");
        require(mask == null || !guided && styles.size() == 1, "--fill takes one --style, and no --guide.");
        double[] weights = OptionModel.checked(
                spec, () -> Style.weights(OptionModel.value(spec, Options.STYLE_WEIGHTS), styles.size()));
        long seed = OptionModel.value(spec, Options.SEED);
        TextureSynthesis synthesis = mask != null
                ? null
                : OptionModel.checked(
                        spec,
                        () -> TextureSynthesis.of(size, OptionModel.value(spec, TextureSynthesis.TILEABLE), seed));
        ImageFiles.checkWritable(output);
        List<Path> inputs = new ArrayList<>(styles);
        if (guided) inputs.addAll(styleGuides);
        if (guided) inputs.add(guide);
        if (mask != null) inputs.add(mask);
        new OutputChecks(spec, inputs).add("--output", output);
        List<Style> examples = new ArrayList<>();
        ImageNotes notes = ImageNotes.NONE;
        for (int i = 0; i < styles.size(); i++) {
            DecodedImage<Img<?>> read = ImageFiles.openSamples(styles.get(i));
            read.notes().forEach(spec.commandLine().getErr()::println);
            if (i == 0) notes = new ImageNotes(read.pixelSize(), "");
            if (weights[i] > 0) examples.add(new Style(read.image(), weights[i]));
        }
        Guide labels = guided ? new Guide(ImageFiles.readSamples(guide), read(guides(weights))) : null;
        Img<?> filled = mask == null ? null : ImageFiles.readSamples(mask);
        long start = System.nanoTime();
        try (Interruption interruption = new Interruption()) {
            Img<?> texture;
            RemainingTime left = new RemainingTime(System::nanoTime);
            try (ProgressLine bar = new ProgressLine()) {
                FinishListener listener = done -> {
                    bar.show(done, left.after(done), "texture");
                    return interruption.requested() ? FinishListener.Wish.KEEP : FinishListener.Wish.GO_ON;
                };
                texture = mask == null
                        ? synthesis.run(examples, labels, listener)
                        : TextureSynthesis.fill(examples.get(0).image(), filled, seed, listener);
            } catch (CancellationException e) {
                throw new IOException("Stopped before there was a texture.", e);
            }
            ImageFiles.writeSamples(texture, output, notes);
            Execution.print(
                    spec,
                    "%s: %dx%d pixels in %.1f s",
                    output,
                    texture.dimension(0),
                    texture.dimension(1),
                    (System.nanoTime() - start) / 1e9);
        }
        return 0;
    }

    private static List<Img<?>> read(List<Path> files) throws IOException {
        List<Img<?>> images = new ArrayList<>();
        for (Path file : files) images.add(ImageFiles.readSamples(file));
        return images;
    }

    /** Those of the examples that count. */
    private List<Path> guides(double[] weights) {
        List<Path> guides = new ArrayList<>();
        for (int i = 0; i < styleGuides.size(); i++)
            if (i >= weights.length || weights[i] > 0) guides.add(styleGuides.get(i));
        return guides;
    }

    private void require(boolean condition, String message) {
        if (!condition) throw new ParameterException(spec.commandLine(), message);
    }
}
