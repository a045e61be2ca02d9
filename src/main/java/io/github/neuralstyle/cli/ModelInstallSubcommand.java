package io.github.neuralstyle.cli;

import io.github.neuralstyle.download.RemoteFile;
import io.github.neuralstyle.download.RetryPolicy;
import io.github.neuralstyle.model.ModelStore;
import io.github.neuralstyle.model.install.ModelInstallation;
import io.github.neuralstyle.model.install.PublishedWeights;
import io.github.neuralstyle.model.install.VggImport;
import io.github.neuralstyle.model.train.Normalization;
import io.github.neuralstyle.util.Checksum;
import io.github.neuralstyle.util.ProgressListener;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Downloads a published network and installs it. */
@Command(
        name = "install",
        modelTransformer = OptionModel.class,
        sortOptions = false,
        description = "Downloads a published network, checks it and installs it, after your consent to its licence.",
        footer =
                "%nCtrl-C ends the download; the same command goes on from there. Without a network, download the file in a "
                        + "browser and use model import.")
final class ModelInstallSubcommand implements Callable<Integer> {

    /** A file that this program does not know of. */
    static final class Elsewhere {

        @Option(
                names = "--address",
                required = true,
                paramLabel = "URL",
                description = "Where a file of weights is, instead of a published one.")
        private String address;

        @Option(
                names = "--checksum",
                required = true,
                paramLabel = "SUM",
                description = "The checksum of that file: md5: or sha256: and hexadecimal digits.")
        private String checksum;
    }

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            paramLabel = "NAME",
            description = "The name of a published network, vgg19 or vgg16; with an --address, any name.")
    private String name;

    @ArgGroup(exclusive = false)
    private Elsewhere elsewhere;

    @Option(names = "--yes", description = "Consent to the licence without being asked.")
    private boolean yes;

    @Option(names = "--normalize", paramLabel = "DIR|ZIP", description = ModelImportSubcommand.NORMALIZE)
    private Path images;

    private final UnaryOperator<String> person;

    ModelInstallSubcommand() {
        this(ModelInstallSubcommand::ask);
    }

    /** @param person answers a question; null if there is nobody to ask */
    ModelInstallSubcommand(UnaryOperator<String> person) {
        this.person = person;
    }

    @Override
    public Integer call() throws IOException {
        PublishedWeights wanted = wanted();
        PrintWriter out = spec.commandLine().getOut();
        if (isInstalled()) {
            out.println(name + " is installed already; neural-style model remove " + name + " removes it.");
            return 0;
        }
        out.println(wanted.file().text());
        out.println(wanted.terms());
        out.flush();
        if (!yes && !consents()) {
            out.println("Nothing was downloaded.");
            return 1;
        }
        return install(wanted, out);
    }

    private PublishedWeights wanted() {
        try {
            if (elsewhere == null) return PublishedWeights.of(name, OptionModel.value(spec, CommandOptions.FROM));
            RemoteFile file = RemoteFile.at(elsewhere.address, Checksum.parse(elsewhere.checksum));
            return new PublishedWeights(
                    name, file.address().getHost(), file, "Find out under which licence it is, and whom to cite.");
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(), (e.getMessage().startsWith("name") ? "" : "--") + e.getMessage());
        }
    }

    /** Also finds out before the download whether what was asked for can be done. */
    private boolean isInstalled() {
        if (images != null && !Files.exists(images))
            throw new ParameterException(
                    spec.commandLine(), "--normalize is " + images + "; it must be a folder or a zip file of images.");
        try {
            return importer(state -> true).has(name);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage());
        }
    }

    private ModelInstallation.Importer importer(ProgressListener<Normalization.State> progress) {
        return VggImport.importer(
                new ModelStore().installed(),
                OptionModel.value(spec, CommandOptions.IMPORT_POOLING),
                images,
                OptionModel.value(spec, CommandOptions.SOURCE),
                progress);
    }

    private boolean consents() {
        String answer = person.apply("Download it under this licence? [y/N] ");
        if (answer == null)
            throw new ParameterException(
                    spec.commandLine(), "Nothing was downloaded: give --yes to consent to the licence above.");
        return answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
    }

    private static String ask(String question) {
        Console console = System.console();
        return console == null ? null : console.readLine(question);
    }

    private int install(PublishedWeights wanted, PrintWriter out) throws IOException {
        ModelInstallation.Outcome outcome;
        try (Interruption interruption = new Interruption();
                ProgressLine bar = new ProgressLine()) {
            ModelInstallation.Importer importer = importer(bar.normalization(interruption));
            outcome = ModelInstallation.run(
                    name,
                    wanted.file(),
                    wanted.terms(),
                    ModelInstallation.folder(),
                    importer,
                    RetryPolicy.USUAL,
                    state -> {
                        bar.show(state.done(), state.left(), state.text());
                        return !interruption.requested();
                    });
        }
        out.println(
                switch (outcome) {
                    case INSTALLED -> name + " is installed; --model " + name + " uses it.";
                    case WAS_INSTALLED -> name + " was installed meanwhile by another process.";
                    case STOPPED -> "Stopped; the same command goes on from there.";
                });
        out.flush();
        return outcome == ModelInstallation.Outcome.STOPPED ? Execution.INTERRUPTED : Execution.DONE;
    }
}
