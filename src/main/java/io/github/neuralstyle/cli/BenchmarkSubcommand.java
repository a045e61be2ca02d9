package io.github.neuralstyle.cli;

import io.github.neuralstyle.Options;
import io.github.neuralstyle.Preset;
import io.github.neuralstyle.Settings;
import io.github.neuralstyle.StyleTransfer;
import io.github.neuralstyle.finish.FinishBenchmark;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.model.FeatureModel;
import io.github.neuralstyle.model.ModelStore;
import io.github.neuralstyle.model.Precision;
import io.github.neuralstyle.transfer.TransferResult;
import io.github.neuralstyle.util.Option;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.bytedeco.javacpp.Pointer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Measures whole runs against steps of a plain VGG-19, the measure of other programs. */
@Command(
        name = "benchmark",
        modelTransformer = OptionModel.class,
        sortOptions = false,
        description =
                "Measures the time and memory of transfers of a square picture with each preset, or the given one, against steps of a plain VGG-19 in the same process.")
public final class BenchmarkSubcommand implements Callable<Integer> {

    /** How many steps of VGG-19 in float32 a whole run may cost in each precision. */
    private static final Map<Precision, Map<Preset, Double>> WHOLE = Map.of(
            Precision.FLOAT32, Map.of(Preset.DRAFT, 6.0, Preset.STANDARD, 26.0),
            Precision.BFLOAT16, Map.of(Preset.DRAFT, 6.0, Preset.STANDARD, 18.0));

    /** The same for its first picture, how much memory, and how long a finish. */
    private static final double FIRST = 2, GIGABYTES = 1.6, FINISH_SECONDS = 8;

    @Spec
    private CommandSpec spec;

    /** A whole run. */
    private record Run(Preset preset, Precision precision, Stopwatch watch, TransferResult result) {}

    @Override
    public Integer call() throws IOException {
        List<Preset> presets = spec.findOption("--" + Options.PRESET.name()).getValue() == null
                ? List.of(Preset.DRAFT, Preset.STANDARD, Preset.HIGH)
                : List.of(OptionModel.value(spec, Options.PRESET));
        Settings first = OptionModel.settings(spec, presets.get(0));
        int referenceSteps = OptionModel.value(spec, CommandOptions.REFERENCE_STEPS), size = first.size();
        StyleTransfer.checkMemory(size, size, first, 1);
        FeatureModel model = new ModelStore().load(first.model());
        Pixels content = Vgg19Reference.picture(size, first.seed()),
                style = Vgg19Reference.picture(size, first.seed() + 1);
        List<Run> runs = new ArrayList<>();
        for (Preset preset : presets) runs.add(run(model, content, style, preset));
        ResidentMemory memory = ResidentMemory.peak();
        FeatureModel vgg19 = Vgg19Reference.vgg19();
        Map<Precision, Double> steps = new EnumMap<>(Precision.class);
        for (Precision precision : EnumSet.of(Precision.FLOAT32, Precision.AUTO.here()))
            steps.put(precision, Vgg19Reference.secondsPerStep(vgg19, precision, content, style, referenceSteps));
        print(
                size + "x" + size + ", " + model.name() + ", " + Option.text(first.get(Options.PRECISION)),
                runs,
                memory,
                steps);
        return 0;
    }

    private Run run(FeatureModel model, Pixels content, Pixels style, Preset preset) {
        Settings settings = OptionModel.settings(spec, preset);
        try (ProgressLine bar = new ProgressLine()) {
            Stopwatch watch = new Stopwatch();
            TransferResult result =
                    StyleTransfer.run(model, content, List.of(style), new double[] {1}, settings, state -> {
                        watch.note(state);
                        bar.show(state);
                        return true;
                    });
            watch.stop();
            return new Run(preset, settings.get(Options.PRECISION), watch, result);
        }
    }

    private void print(String picture, List<Run> runs, ResidentMemory memory, Map<Precision, Double> vgg19) {
        PrintWriter out = spec.commandLine().getOut();
        int processors = Runtime.getRuntime().availableProcessors();
        row(out, "picture", picture);
        row(out, "processors", Integer.toString(processors));
        double reference = vgg19.get(Precision.FLOAT32);
        vgg19.forEach((precision, step) -> row(out, "step of VGG-19, " + Option.text(precision), seconds(step)));
        for (Run run : runs) {
            row(out, run.preset + ", " + run.result.steps() + " steps", seconds(run.watch.whole()));
            row(out, "  first picture (coarsest scale done)", seconds(run.watch.first()));
            row(out, "  step at full size", seconds(run.watch.step()));
        }
        FinishBenchmark finish = FinishBenchmark.run(processors);
        row(out, "finish of 512 pixels", seconds(finish.coarsestSeconds()));
        row(out, "  each further megapixel", seconds(finish.secondsPerMegapixel()));
        row(out, memory.kind(), String.format(Locale.ROOT, "%.2f GB", memory.bytes() / 1e9));
        for (Run run : runs) {
            double goal = WHOLE.get(run.precision).getOrDefault(run.preset, Double.NaN),
                    steps = run.watch.whole() / reference;
            goal(out, run.preset + " in steps of VGG-19", steps, goal);
            goal(out, "  its first picture", run.watch.first() / reference, Double.isNaN(goal) ? goal : FIRST);
        }
        goal(out, "finish in seconds", finish.coarsestSeconds(), FINISH_SECONDS);
        goal(out, "memory in GB", memory.bytes() / 1e9, GIGABYTES);
        out.flush();
    }

    /** @param most the goal; not a number if there is none */
    private static void goal(PrintWriter out, String name, double value, double most) {
        String goal = Double.isNaN(most)
                ? ""
                : String.format(Locale.ROOT, " (at most %.3g%s)", most, value <= most ? "" : ": missed");
        row(out, name, String.format(Locale.ROOT, "%.2f%s", value, goal));
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f s", seconds);
    }

    private static void row(PrintWriter out, String name, String value) {
        out.printf(Locale.ROOT, "%-38s %s%n", name, value);
    }

    private record ResidentMemory(String kind, double bytes) {

        /** The peak of this process where the system reports it, as Linux does; else what is resident now. */
        static ResidentMemory peak() {
            try {
                for (String line : Files.readAllLines(Path.of("/proc/self/status")))
                    if (line.startsWith("VmHWM:"))
                        return new ResidentMemory(
                                "peak resident memory", 1024 * Double.parseDouble(line.replaceAll("\\D", "")));
            } catch (IOException notLinux) {
                // The system is another one.
            }
            return new ResidentMemory("resident memory after the run", Pointer.physicalBytes());
        }
    }
}
