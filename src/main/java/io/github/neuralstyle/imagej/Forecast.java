package io.github.neuralstyle.imagej;

import io.github.neuralstyle.Settings;
import io.github.neuralstyle.StyleTransfer;
import io.github.neuralstyle.image.Margin;
import io.github.neuralstyle.image.Pyramid.Size;
import io.github.neuralstyle.imagej.progress.RunProgress;
import io.github.neuralstyle.transfer.MemoryEstimate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.scijava.prefs.PrefService;

/**
 * The time and memory that a run will take. The time is that of the last run with this network, optimizer and losses on this
 * machine, by the number of pixels and steps.
 */
public final class Forecast {

    /** Seconds per pixel and step until there was a run: the embedded network with all losses on two cores. */
    private static final double INITIAL = 1.8e-6;

    /** Seconds until the first step: the engine's start and the building of the graph. */
    private static final double START = 4;

    /** What a step takes besides its pixels, in pixels. */
    private static final double STEP = 10_000;

    /** Shorter runs are no measure. */
    private static final double MIN_SECONDS = 3;

    private final PrefService preferences;

    public Forecast(PrefService preferences) {
        this.preferences = preferences;
    }

    /** A sentence on the size, time and memory of a run, or the reason why it is impossible. */
    public String text(Supplier<StackRun.Plan> planned) {
        try {
            StackRun.Plan plan = planned.get();
            if (plan == null) return "";
            Size size = plan.size();
            checkMemory(size.width(), size.height(), plan.settings());
            String pictures = plan.pictures().all() == 1 ? "" : plan.pictures().all() + " pictures of ";
            return String.format(
                    Locale.ROOT,
                    "%s%s pixels: about %s and %.1f GB of memory.",
                    pictures,
                    size,
                    RunProgress.duration(seconds(plan)),
                    memory(size, plan.settings()) / 1e9);
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    /** @throws IllegalArgumentException if this machine has not enough memory */
    public static void checkMemory(int width, int height, Settings settings) {
        StyleTransfer.checkMemory(width, height, settings, 1, MemoryEstimate.IN_MEMORY);
    }

    private static double memory(Size size, Settings settings) {
        return StyleTransfer.memory(size.width(), size.height(), settings, 1, MemoryEstimate.IN_MEMORY);
    }

    private static Size network(Size size, Settings settings) {
        return Size.of(size.width(), size.height(), settings.networkSize());
    }

    double seconds(StackRun.Plan plan) {
        double start = plan.settings().isContentAlone() ? 0 : START;
        return start
                + work(plan) * preferences.getDouble(Forecast.class, key(plan.settings()), INITIAL)
                + plan.pictures().all() * finish(plan);
    }

    /** Seconds of the finish of a picture. */
    private static double finish(StackRun.Plan plan) {
        return plan.settings().finish().isEmpty()
                ? 0
                : StyleTransfer.finishSeconds(network(plan.size(), plan.settings()), plan.size(), plan.settings());
    }

    /** Remembers the time of a part of a run. @param part over 0, up to 1 */
    public void learn(StackRun.Plan plan, double seconds, double part) {
        double ofNetwork = seconds - part * plan.pictures().all() * finish(plan), work = work(plan);
        if (ofNetwork >= MIN_SECONDS && part > 0 && work > 0)
            preferences.put(Forecast.class, key(plan.settings()), ofNetwork / (part * work));
    }

    /** Steps times pixels: of all scales for independent pictures, of the last one for those that continue another. */
    private static double work(StackRun.Plan plan) {
        int independent = plan.pictures().independent();
        return independent * work(plan, false) + (plan.pictures().all() - independent) * work(plan, true);
    }

    private static double work(StackRun.Plan plan, boolean continued) {
        if (plan.settings().isContentAlone()) return 0;
        return plan.settings().phases(plan.size().width(), plan.size().height(), continued).stream()
                .mapToDouble(phase -> phase.steps() * (STEP + pixels(phase.size())))
                .sum();
    }

    private static double pixels(Size size) {
        Size outer = Margin.around(size).outer();
        return (double) outer.width() * outer.height();
    }

    /** Keys of preferences must be short. */
    private static String key(Settings settings) {
        Map<String, String> kind = settings.texts();
        kind.keySet()
                .removeAll(List.of(
                        "size",
                        "coarsest",
                        "steps",
                        "last-steps",
                        "strength",
                        "init",
                        "seed",
                        "finish",
                        "finish-rotations",
                        "network-size"));
        return "pace-" + Integer.toHexString(kind.hashCode());
    }
}
