package io.github.neuralstyle.command;

import io.github.neuralstyle.download.DownloadState;
import io.github.neuralstyle.engine.EngineException;
import io.github.neuralstyle.engine.install.EngineFolder;
import io.github.neuralstyle.engine.install.EngineInstallation;
import io.github.neuralstyle.engine.install.EngineReport;
import io.github.neuralstyle.imagej.EngineService;
import io.github.neuralstyle.imagej.dialog.HelpPages;
import io.github.neuralstyle.imagej.progress.RunProgress;
import io.github.neuralstyle.util.Checksum;
import io.github.neuralstyle.util.Option;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.scijava.ItemIO;
import org.scijava.ItemVisibility;
import org.scijava.app.StatusService;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Menu;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.task.Task;
import org.scijava.task.TaskService;

/**
 * {@code Plugins > Neural Style > Engine...}: shows, installs, checks and stops TensorFlow, which runs beside ImageJ. Nothing
 * is downloaded without consent. A wrong input cancels the command with the reason.
 */
@Plugin(
        type = Command.class,
        description = "Installs, checks and stops TensorFlow, which runs beside ImageJ.",
        attrs = @Attr(name = HelpPages.PAGE, value = "fiji.md#or-install-the-engine-from-the-menu"),
        menu = {@Menu(label = "Plugins"), @Menu(label = "Neural Style"), @Menu(label = "Engine...", weight = 6)})
public class EngineCommand extends ContextCommand {

    private static final Option<String> ACTION =
            Option.choice("action", List.of("information", "install", "verify", "stop"), "information", "What to do.");

    @Parameter
    private StatusService status;

    @Parameter
    private TaskService tasks;

    @Parameter(
            label = "Action",
            choices = {"information", "install", "verify", "stop"},
            required = false,
            persist = false,
            description = "Install takes a zip file that you have, or downloads one.")
    private String action = "information";

    @Parameter(label = "To install", visibility = ItemVisibility.MESSAGE, required = false, persist = false)
    private final String needed = EngineInstallation.needed();

    @Parameter(
            label = "File",
            style = "open",
            required = false,
            persist = false,
            autoFill = false,
            description = "To install: the zip file of an engine.")
    private File file;

    @Parameter(
            label = "Or its address",
            required = false,
            persist = false,
            description = "To install without a file: where to download it from; it must begin with https://.")
    private String address = "";

    @Parameter(
            label = "Checksum",
            required = false,
            persist = false,
            description = "Of the zip file, as sha256:...; if empty, a download takes that in ADDRESS.sha256.")
    private String checksum = "";

    @Parameter(
            label = "Download",
            required = false,
            persist = false,
            description = "Consent to download and run what comes from the address; without it, nothing is downloaded.")
    private boolean consent;

    @Parameter(type = ItemIO.OUTPUT, label = "Engine")
    private String report;

    private Task task;

    @Override
    public void run() {
        task = tasks.createTask("Engine");
        task.setProgressMaximum(1000);
        task.start();
        try {
            RunProgress.attempt(this, () -> {
                report = switch (ACTION.parse(action)) {
                    case "install" -> "The engine is installed.\n" + text(install());
                    case "verify" -> verify();
                    case "stop" -> stop();
                    default -> information();
                };
            });
        } finally {
            task.finish();
            status.showProgress(1, 1);
            status.clearStatus();
        }
    }

    private String information() {
        try {
            return text(EngineFolder.require()) + "\n"
                    + EngineService.of(getContext())
                            .report()
                            .map(EngineCommand::text)
                            .orElse("It is not running.");
        } catch (EngineException notThere) {
            return notThere.getMessage();
        }
    }

    private static String text(EngineReport report) {
        return String.format(
                Locale.ROOT,
                "It is running: TensorFlow %s on %s, Java %s with up to %.1f GB.",
                report.tensorFlow(),
                String.join(", ", report.devices()),
                report.java(),
                report.heap() / 1e9);
    }

    private static String text(EngineFolder engine) {
        return String.format(
                Locale.ROOT,
                "Version %s for %s, %.1f MB, in%n%s",
                engine.version(),
                engine.platform(),
                engine.size() / 1e6,
                engine.path());
    }

    private static String verify() {
        EngineFolder engine = EngineFolder.require();
        engine.verify();
        return "All files of the engine are as they should be.\n" + text(engine);
    }

    private String stop() {
        EngineService engine = EngineService.of(getContext());
        if (engine.report().isEmpty()) return "The engine is not running.";
        engine.close();
        return "The engine has ended; the next run starts it again.";
    }

    private EngineFolder install() throws IOException {
        if (file != null && !file.getPath().isBlank()) {
            check(file.toPath());
            return EngineInstallation.run(file.toPath(), this::update);
        }
        String from = address.isBlank() ? EngineInstallation.address() : address.strip();
        if (from.isEmpty())
            throw new IllegalArgumentException(
                    "file is missing; choose the zip file of an engine, or give an address to download it from.");
        if (!consent)
            throw new IllegalArgumentException(
                    "Nothing was downloaded; give consent to download and run what comes from " + from + ".");
        return EngineInstallation.download(from, checksum, this::update, this::update);
    }

    private void check(Path zip) throws IOException {
        if (!checksum.isBlank()
                && zip.toFile().isFile()
                && !Checksum.parse(checksum).matches(zip))
            throw new IllegalArgumentException(
                    "The file " + zip + " has not the checksum " + checksum + "; get it again.");
    }

    private boolean update(double done) {
        return show(done, "installing");
    }

    private boolean update(DownloadState state) {
        return show(state.done(), state.textWithTimeLeft());
    }

    /** Returns whether to go on. */
    private boolean show(double done, String message) {
        status.showStatus((int) (1000 * done), 1000, "Engine: " + message);
        task.setStatusMessage(message);
        task.setProgressValue((int) (1000 * done));
        return !isCanceled() && !task.isCanceled();
    }
}
