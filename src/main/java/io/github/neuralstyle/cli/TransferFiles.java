package io.github.neuralstyle.cli;

import io.github.neuralstyle.Options;
import io.github.neuralstyle.Settings;
import io.github.neuralstyle.StyleTransfer;
import io.github.neuralstyle.image.ImageFiles;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.image.io.DecodedImage;
import io.github.neuralstyle.image.io.ImageNotes;
import io.github.neuralstyle.image.io.PixelSize;
import io.github.neuralstyle.loss.LossGraph;
import io.github.neuralstyle.model.FeatureModel;
import io.github.neuralstyle.model.ModelStore;
import io.github.neuralstyle.transfer.Drawing;
import io.github.neuralstyle.transfer.Painter;
import io.github.neuralstyle.transfer.RunLog;
import io.github.neuralstyle.transfer.Styles;
import io.github.neuralstyle.transfer.TransferState;
import io.github.neuralstyle.util.OutputFile;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Model.CommandSpec;

/** One style transfer from files to files. */
final class TransferFiles {

    private final CommandSpec spec;
    private final Path content, output;
    private final List<Path> styles;
    private final Settings settings;

    TransferFiles(CommandSpec spec, Path content, List<Path> styles, Settings settings, Path output) {
        this.spec = spec;
        this.content = content;
        this.styles = styles;
        this.settings = settings;
        this.output = output;
    }

    /** Makes the picture. @param sidecar for the provenance; null for none */
    void run(LogOptions logs, Path sidecar) throws IOException {
        List<Path> inputs = new ArrayList<>(styles);
        inputs.add(content);
        ImageFiles.checkWritable(output);
        if (sidecar != null) OutputFile.checkWritable(sidecar);
        String stateName = settings.get(Options.STATE);
        Path stateFile = stateName.isEmpty() ? null : Execution.path(stateName);
        if (stateFile != null) OutputFile.checkWritable(stateFile);
        boolean continued = stateFile != null && Files.exists(stateFile);
        logs.check(new OutputChecks(spec, inputs)
                .add("--output", output)
                .add("--sidecar", sidecar)
                .add("--state", stateFile));
        DecodedImage<Pixels> contentFile = read(content, settings.contentLongest());
        Pixels contentImage = contentFile.image();
        List<Pixels> styleImages = new ArrayList<>();
        for (Path style : styles)
            styleImages.add(read(style, settings.styleLongest()).image());
        StyleTransfer.checkMemory(contentImage.width(), contentImage.height(), settings, 1);
        FeatureModel model = new ModelStore().load(settings.model());
        Provenance provenance = Provenance.of(content, styles, settings, output, continued);
        RunLog log = new RunLog();
        long start = System.nanoTime();
        try (Interruption interruption = new Interruption()) {
            Drawing result;
            AtomicBoolean finishing = new AtomicBoolean();
            try (ProgressLine bar = new ProgressLine();
                    LossGraph graph = new LossGraph(model, settings.get(Options.PRECISION));
                    Painter painter = StyleTransfer.painter(graph, Styles.of(styleImages), settings, false)) {
                result = painter.draw(contentImage, state -> {
                    bar.show(state);
                    log.update(state);
                    finishing.set(state.stage() == TransferState.Stage.FINISH);
                    return !interruption.requested();
                });
            }
            String text = result.stopped() ? "" : provenance.text();
            ImageFiles.write(result.image(), output, new ImageNotes(pixelSize(contentFile, result.image()), text));
            if (sidecar != null && !result.stopped())
                OutputFile.write(sidecar, file -> Files.writeString(file, text + "\n"));
            logs.write(log);
            report(result, finishing.get(), (System.nanoTime() - start) / 1e9);
        }
    }

    private DecodedImage<Pixels> read(Path file, int longest) throws IOException {
        DecodedImage<Pixels> read = ImageFiles.open(file, longest);
        for (String note : read.notes()) spec.commandLine().getErr().println(note);
        return read;
    }

    private static PixelSize pixelSize(DecodedImage<Pixels> content, BufferedImage picture) {
        if (content.pixelSize() == null) return null;
        return content.pixelSize()
                .scaled(
                        (double) picture.getWidth() / content.image().width(),
                        (double) picture.getHeight() / content.image().height());
    }

    /** @param finishing whether all steps were made */
    private void report(Drawing result, boolean finishing, double seconds) {
        Execution.print(
                spec,
                "%s: %dx%d pixels after %s%d steps%s in %.1f s%s",
                output,
                result.image().getWidth(),
                result.image().getHeight(),
                result.stopped() && !finishing ? "only " : "",
                result.steps(),
                result.stopped() && finishing ? " and only a part of the finish" : "",
                seconds,
                result.stopped() && !settings.get(Options.STATE).isEmpty() ? "; the same command goes on" : "");
    }
}
