package io.github.neuralstyle.imagej;

import io.github.neuralstyle.download.DownloadState;
import io.github.neuralstyle.download.RemoteFile;
import io.github.neuralstyle.download.RetryPolicy;
import io.github.neuralstyle.engine.Job;
import io.github.neuralstyle.model.ModelStore;
import io.github.neuralstyle.model.Vgg;
import io.github.neuralstyle.model.install.ModelInstallation;
import io.github.neuralstyle.model.install.ModelReport;
import io.github.neuralstyle.model.install.PublishedWeights;
import io.github.neuralstyle.model.install.VggImport;
import io.github.neuralstyle.model.weights.WeightSource;
import io.github.neuralstyle.util.ProgressListener;
import java.io.File;
import java.io.IOException;
import java.io.Serializable;
import java.util.concurrent.CancellationException;

/**
 * The work of {@code ModelsCommand}; gives a report, and tells of a download's progress by {@link State}s. To stop is to
 * leave nothing behind.
 *
 * @param action information, install, import, verify or remove
 * @param name of the network; blank for the default or the list
 * @param file of weights to import; absolute
 * @param source who trained it; null to recognise it
 * @param from the publisher to install from
 * @param consent to the publisher's licence
 */
public record ModelsJob(
        String action, String name, File file, WeightSource source, Vgg.Pooling pooling, String from, boolean consent)
        implements Job<String, ModelsJob.State> {

    /** @param done from 0 to 1 */
    public record State(double done, String text) implements Serializable {}

    @Override
    public String run(ProgressListener<State> progress) throws IOException {
        ModelStore store = new ModelStore();
        return switch (action) {
            case "information" -> name.isBlank() ? ModelReport.list(store) : ModelReport.info(store, name);
            case "install" -> install(store, PublishedWeights.of(name, from), progress);
            case "import" -> importFile(store, progress);
            case "verify" -> ModelReport.verify(store, name);
            case "remove" -> remove(store);
            default -> throw new IllegalArgumentException(
                    "action is " + action + "; it must be information, install, import, " + "verify or remove.");
        };
    }

    public String install(ModelStore store, PublishedWeights wanted, ProgressListener<State> progress)
            throws IOException {
        State importing = new State(1, name + ": importing");
        ModelInstallation.Importer importer =
                VggImport.importer(store.installed(), pooling, null, source, state -> progress.update(importing));
        if (importer.has(name)) return name + " is installed already.";
        if (!consent)
            throw new IllegalArgumentException("Nothing was downloaded: consent to the licence of "
                    + wanted.file().text() + ". " + wanted.terms());
        RemoteFile file = wanted.file();
        return switch (ModelInstallation.run(
                name,
                file,
                wanted.terms(),
                ModelInstallation.folder(),
                importer,
                RetryPolicy.USUAL,
                state -> progress.update(state(state)))) {
            case INSTALLED -> name + " is installed, and can be the model of a style transfer.";
            case WAS_INSTALLED -> name + " was installed meanwhile by another process.";
            case STOPPED -> throw new CancellationException();
        };
    }

    private State state(DownloadState state) {
        return new State(state.done(), name + ": " + state.textWithTimeLeft());
    }

    private String importFile(ModelStore store, ProgressListener<State> progress) throws IOException {
        if (file == null) throw new IllegalArgumentException("file is missing; choose a file of weights to import.");
        File weights = file.getName().equals("saved_model.pb") ? file.getParentFile() : file;
        VggImport.Result result = new VggImport(
                        weights.toPath(), name.isBlank() ? null : name, pooling, null, source, null)
                .into(store.installed(), state -> progress.update(new State(state.done(), name + ": importing")));
        return result.name() + ": " + result.vgg().name() + " of " + result.format() + " (" + result.source()
                + "), see " + result.folder().resolve("MODEL_CARD.md");
    }

    private String remove(ModelStore store) throws IOException {
        store.installed().remove(name);
        return name + " is removed.";
    }
}
