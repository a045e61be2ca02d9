package io.github.neuralstyle.cli;

import io.github.neuralstyle.engine.install.Release;
import io.github.neuralstyle.model.NativeLog;
import io.github.neuralstyle.model.TensorFlowProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command line: {@code neural-style COMMAND ...}. */
@Command(
        name = "neural-style",
        versionProvider = Main.Version.class,
        description = "Style transfer by optimisation.",
        subcommands = {
            TransferSubcommand.class,
            AgainSubcommand.class,
            BatchSubcommand.class,
            AugmentSubcommand.class,
            ExplainSubcommand.class,
            TextureSubcommand.class,
            MatchSubcommand.class,
            SheetSubcommand.class,
            CompareSubcommand.class,
            HistogramsSubcommand.class,
            TrainSubcommand.class,
            ModelSubcommand.class,
            BenchmarkSubcommand.class
        },
        footer = "%nExit codes: 0 done, 1 failed, 2 wrong usage, 130 interrupted.")
public final class Main implements Runnable {

    /** The place of options in the help that are to come after the registry's, which have none. */
    private static final int LAST = 1;

    private static final Path CONTENT = Path.of("test-images", "skyline.png"),
            STYLE = Path.of("test-images", "ink-wash.png"),
            OUTPUT = Path.of("target", "stylized.png");

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--debug",
            order = LAST,
            scope = ScopeType.INHERIT,
            description = "Show stack traces and TensorFlow's own messages.")
    private boolean debug;

    @Option(
            names = {"-h", "--help"},
            order = LAST,
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show this program's version and TensorFlow's.")
    private boolean version;

    /** This program's version and TensorFlow's. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            NativeLog.silence();
            return new String[] {"neural-style " + Release.version(), "TensorFlow " + TensorFlowProcess.version()};
        }
    }

    /**
     * Runs a command. Without arguments, in a folder with the test images, it is a style transfer of these. The JVM ends
     * with an exit code if that is not 0.
     */
    public static void main(String[] args) {
        String[] command = args;
        if (args.length == 0 && Files.exists(CONTENT) && Files.exists(STYLE) && Files.isDirectory(OUTPUT.getParent())) {
            System.out.println(
                    "Painting " + CONTENT + " in the style of " + STYLE + "; the picture will be " + OUTPUT + ".");
            command = new String[] {
                "transfer", "--content", CONTENT.toString(), "--style", STYLE.toString(), "--output", OUTPUT.toString()
            };
        }
        int code = commandLine().execute(command);
        if (code != 0) System.exit(code);
    }

    /** The commands, ready to be executed. */
    public static CommandLine commandLine() {
        Main main = new Main();
        return Execution.prepare(new CommandLine(main), () -> main.debug);
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "No command is given; there are "
                        + String.join(", ", spec.subcommands().keySet()) + ".");
    }
}
