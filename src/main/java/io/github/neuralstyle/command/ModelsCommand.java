package io.github.neuralstyle.command;

import io.github.neuralstyle.imagej.EngineService;
import io.github.neuralstyle.imagej.ModelsJob;
import io.github.neuralstyle.imagej.dialog.HelpPages;
import io.github.neuralstyle.imagej.progress.RunProgress;
import io.github.neuralstyle.model.Vgg;
import io.github.neuralstyle.model.install.PublishedWeights;
import io.github.neuralstyle.model.install.VggImport;
import io.github.neuralstyle.model.weights.WeightSource;
import io.github.neuralstyle.util.Option;
import java.io.File;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.app.StatusService;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/**
 * {@code Plugins > Neural Style > Models...}: shows, installs, imports, checks and removes networks. Nothing is downloaded
 * without consent. A wrong input cancels the command with the reason.
 */
@Plugin(
        type = Command.class,
        description = "Lists, installs, imports, checks and removes networks for style transfer.",
        attrs = @Attr(name = HelpPages.PAGE, value = "models.md"),
        menu = {@Menu(label = "Plugins"), @Menu(label = "Neural Style"), @Menu(label = "Models...", weight = 5)})
public class ModelsCommand extends ContextCommand {

    private static final String RECOGNISED = "recognised";

    @Parameter
    private StatusService status;

    private static final Option<String> ACTION = Option.choice(
            "action", List.of("information", "install", "import", "verify", "remove"), "information", "What to do.");

    private static final Option<WeightSource> SOURCE =
            Option.choice("source", WeightSource.class, null, "Who trained it.");

    private static final Option<Vgg.Pooling> POOLING =
            Option.choice("pooling", VggImport.POOLING, "How blocks are halved.");

    @Parameter(
            label = "Action",
            choices = {"information", "install", "import", "verify", "remove"},
            required = false,
            persist = false,
            description = "Install downloads a published network; import reads a file that you have.")
    private String action = "information";

    @Parameter(
            label = "Name",
            required = false,
            persist = false,
            description =
                    "To install, vgg19 or vgg16; to import, what to call it, or empty; for information, empty for the list.")
    private String name = "";

    @Parameter(
            label = "File",
            style = "open",
            required = false,
            persist = false,
            autoFill = false,
            description =
                    "To import: a file of weights of Keras, PyTorch or safetensors, or the saved_model.pb of a SavedModel.")
    private File file;

    @Parameter(
            label = "Source",
            choices = {RECOGNISED, "keras", "caffe", "torchvision", "ssd"},
            required = false,
            persist = false,
            description = "To import: who trained it, if the file does not tell.")
    private String source = RECOGNISED;

    @Parameter(
            label = "Pooling",
            choices = {"average", "max"},
            required = false,
            persist = false,
            description = "To install or import: how blocks are halved.")
    private String pooling = "average";

    @Parameter(
            label = "Publisher",
            choices = {"keras", "torchvision"},
            required = false,
            persist = false,
            description = "To install: whose file; torchvision's is seven times as large.")
    private String from = "keras";

    @Parameter(label = "Licences", visibility = ItemVisibility.MESSAGE, required = false, persist = false)
    private final String licences = licences();

    @Parameter(
            label = "Download under the publisher's licence",
            required = false,
            persist = false,
            description = "To install: without it, nothing is downloaded.")
    private boolean consent;

    @Parameter(type = ItemIO.OUTPUT, label = "Models")
    private String report;

    private static String licences() {
        return PublishedWeights.ALL.stream()
                .map(file -> file.from() + ": " + file.terms())
                .distinct()
                .collect(Collectors.joining("<br>", "<html><body width=500>", "</body></html>"));
    }

    @Override
    public void run() {
        RunProgress.run(this, "Models", false, progress -> {
            report = progress.await(() -> EngineService.of(getContext())
                    .engine()
                    .run(job(), state -> update(state) && progress.update(state.done(), state.text(), Duration.ZERO)));
            return report != null;
        });
    }

    boolean update(ModelsJob.State state) {
        status.showStatus((int) (1000 * state.done()), 1000, state.text());
        return !isCanceled();
    }

    ModelsJob job() {
        return new ModelsJob(
                ACTION.parse(action),
                name,
                file == null ? null : file.getAbsoluteFile(),
                source.equals(RECOGNISED) ? null : SOURCE.parse(source),
                POOLING.parse(pooling),
                from,
                consent);
    }
}
