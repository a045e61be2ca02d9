package io.github.neuralstyle.cli;

import io.github.neuralstyle.Settings;
import io.github.neuralstyle.StyleTransfer;
import io.github.neuralstyle.finish.FinishBenchmark;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.model.FeatureModel;
import io.github.neuralstyle.model.ModelStore;
import io.github.neuralstyle.transfer.TransferResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.bytedeco.javacpp.Pointer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Measures a whole run against steps of a plain VGG-19, the measure of other programs. */
@Command(
        name = "benchmark",
        modelTransformer = OptionModel.class,
        sortOptions = false,
        description =
                "Measures the time and memory of a transfer of a square picture, against steps of a plain VGG-19 in the same process.")
public final class BenchmarkSubcommand implements Callable<Integer> {

    /** How many steps of VGG-19 the whole run and the first picture may cost, and how much memory. */
    private static final double WHOLE = 35, FIRST = 2, GIGABYTES = 1.6;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Settings settings = OptionModel.settings(spec);
        int referenceSteps = OptionModel.value(spec, CommandOptions.REFERENCE_STEPS);
        int size = settings.size();
        StyleTransfer.checkMemory(size, size, settings, 1);
        FeatureModel model = new ModelStore().load(settings.model());
        Pixels content = Vgg19Reference.picture(size, settings.seed()),
                style = Vgg19Reference.picture(size, settings.seed() + 1);
        Stopwatch watch;
        TransferResult result;
        try (ProgressLine bar = new ProgressLine()) {
            watch = new Stopwatch();
            result = StyleTransfer.run(model, content, List.of(style), new double[] {1}, settings, state -> {
                watch.note(state);
                bar.show(state);
                return true;
            });
            watch.stop();
        }
        ResidentMemory memory = ResidentMemory.peak();
        double reference = Vgg19Reference.secondsPerStep(content, style, referenceSteps);
        print(settings, model, result, watch, memory, reference);
        return 0;
    }

    private void print(
            Settings settings,
            FeatureModel model,
            TransferResult result,
            Stopwatch watch,
            ResidentMemory memory,
            double reference) {
        PrintWriter out = spec.commandLine().getOut();
        row(out, "picture", settings.size() + "x" + settings.size() + ", " + model.name());
        row(out, "processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
        row(out, "steps", result.steps() + " (" + settings.steps() + " at each scale)");
        row(out, "whole run", seconds(watch.whole()));
        row(out, "first picture (coarsest scale done)", seconds(watch.first()));
        row(out, "step at full size", seconds(watch.step()));
        FinishBenchmark finish = FinishBenchmark.run(Runtime.getRuntime().availableProcessors());
        row(
                out,
                "finish of 512 pixels",
                String.format(
                        Locale.ROOT,
                        "%.3f s, %.2f s for each further megapixel",
                        finish.coarsestSeconds(),
                        finish.secondsPerMegapixel()));
        row(out, memory.kind(), String.format(Locale.ROOT, "%.2f GB", memory.bytes() / 1e9));
        row(out, "step of VGG-19, float32", seconds(reference));
        ratio(out, "whole run / 35 steps of VGG-19", watch.whole() / (WHOLE * reference));
        ratio(out, "first picture / 2 steps of VGG-19", watch.first() / (FIRST * reference));
        ratio(out, "memory / 1.6 GB", memory.bytes() / (GIGABYTES * 1e9));
        out.flush();
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.3f s", seconds);
    }

    private static void ratio(PrintWriter out, String name, double value) {
        row(out, name, String.format(Locale.ROOT, "%.2f%s", value, value <= 1 ? "" : " (over 1)"));
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
