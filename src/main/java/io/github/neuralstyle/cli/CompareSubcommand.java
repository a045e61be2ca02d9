package io.github.neuralstyle.cli;

import io.github.neuralstyle.Options;
import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.image.Pyramid;
import io.github.neuralstyle.image.Pyramid.Size;
import io.github.neuralstyle.measure.Comparison;
import io.github.neuralstyle.measure.MeasureTable;
import io.github.neuralstyle.model.FeatureModel;
import io.github.neuralstyle.model.ModelStore;
import io.github.neuralstyle.util.OutputFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures of results, of this program or any other. */
@Command(
        name = "compare",
        modelTransformer = OptionModel.class,
        sortOptions = false,
        description =
                "Measures how near results are to the content and the styles, and whether they have noise or frames.")
public final class CompareSubcommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--content", required = true, paramLabel = "FILE", description = "The image that gave the shapes.")
    private Path content;

    @Option(
            names = "--style",
            required = true,
            converter = StyleConverter.class,
            paramLabel = "FILE",
            description = "An image that gave colours and brush strokes; several times for a mixture in equal parts.")
    private List<Path> styles;

    @Parameters(arity = "1..*", paramLabel = "RESULT", description = "Pictures of any size, made by any program.")
    private List<Path> results;

    @Option(names = "--csv", paramLabel = "FILE", description = "Write the measures to a table, too.")
    private Path csv;

    @Override
    public Integer call() throws IOException {
        if (csv != null) OutputFile.checkTable(csv);
        Pixels contentImage = ImageFiles.readPixels(content);
        List<Pixels> styleImages = new ArrayList<>(), pictures = new ArrayList<>();
        for (Path style : styles) styleImages.add(ImageFiles.readPixels(style));
        for (Path result : results) {
            Pixels picture = ImageFiles.readPixels(result);
            Pyramid.requireMinSide("result " + result, picture.width(), picture.height());
            pictures.add(picture);
        }
        FeatureModel network = new ModelStore().load(OptionModel.value(spec, Options.MODEL));
        MeasureTable table = new MeasureTable(
                results.stream().map(Path::toString).toList(),
                Comparison.compare(network, contentImage, styleImages, pictures));
        if (csv != null) OutputFile.writeTable(csv, table.csv());
        print(table, contentImage);
        return 0;
    }

    private void print(MeasureTable table, Pixels contentImage) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(table);
        for (int i = 0; i < results.size(); i++) {
            Size size = table.measures().get(i).size(),
                    proper = Size.of(contentImage.width(), contentImage.height(), size.longest());
            if (Math.abs(size.width() - proper.width()) > 1 || Math.abs(size.height() - proper.height()) > 1)
                out.printf(
                        Locale.ROOT,
                        "%n%s has other proportions than the content, which was stretched to fit: its content distance says little.%n",
                        results.get(i));
        }
        out.flush();
    }
}
