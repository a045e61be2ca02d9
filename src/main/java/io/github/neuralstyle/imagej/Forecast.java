package io.github.neuralstyle.imagej;

import io.github.neuralstyle.Settings;
import io.github.neuralstyle.image.Pyramid;
import io.github.neuralstyle.image.Pyramid.Size;
import io.github.neuralstyle.imagej.progress.Durations;
import io.github.neuralstyle.transfer.MemoryEstimate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.scijava.prefs.PrefService;

/**
 * What a run will take. The time is that of the last run with this network, optimizer and recipe on this machine, by the
 * number of pixels and steps.
 */
public final class Forecast {

    /** Seconds per pixel and step before there was a run: the embedded network with all losses on two cores. */
    private static final double INITIAL = 2e-6;

    /** A shorter run tells little. */
    private static final double LEAST_SECONDS = 3;

    private final PrefService preferences;

    public Forecast(PrefService preferences) {
        this.preferences = preferences;
    }

    /** A sentence on the size, time and memory of a run, or what stands against it. */
    public String text(StackRun.Plan plan) {
        try {
            Size size = plan.size();
            MemoryEstimate.check(size.width(), size.height(), size.longest());
            String pictures = plan.pictures().all() == 1 ? "" : plan.pictures().all() + " pictures of ";
            return String.format(
                    Locale.ROOT,
                    "%s%s pixels: about %s and %.1f GB of memory.",
                    pictures,
                    size,
                    Durations.text(seconds(plan)),
                    MemoryEstimate.needed(size, 1) / 1e9);
        } catch (IllegalArgumentException e) {
            return e.getMessage();
        }
    }

    double seconds(StackRun.Plan plan) {
        return work(plan) * preferences.getDouble(Forecast.class, key(plan.settings()), INITIAL);
    }

    /** Remembers what a whole run took. */
    public void learn(StackRun.Plan plan, double seconds) {
        if (seconds >= LEAST_SECONDS) preferences.put(Forecast.class, key(plan.settings()), seconds / work(plan));
    }

    /** Pixels times steps: of all scales for pictures begun afresh, of the last one for those that go on. */
    private static double work(StackRun.Plan plan) {
        Settings settings = plan.settings();
        Size last = plan.size();
        double all = Pyramid.sizes(last.width(), last.height(), settings.coarsest(), settings.size()).stream()
                .mapToDouble(size -> (double) size.width() * size.height())
                .sum();
        int afresh = plan.pictures().afresh();
        return settings.steps()
                * (afresh * all + (plan.pictures().all() - afresh) * (double) last.width() * last.height());
    }

    /** Preferences take no long keys. */
    private static String key(Settings settings) {
        Map<String, String> kind = settings.texts();
        kind.keySet().removeAll(List.of("size", "coarsest", "steps", "strength", "init", "seed"));
        return "seconds-" + Integer.toHexString(kind.hashCode());
    }
}
