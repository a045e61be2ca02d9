package io.github.neuralstyle.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.scijava.prefs.PrefService;

import io.github.neuralstyle.Memory;
import io.github.neuralstyle.Settings;
import io.github.neuralstyle.batch.SettingsColumns;
import io.github.neuralstyle.image.Pyramid;
import io.github.neuralstyle.image.Pyramid.Size;

/**
 * What a run will take. The time is that of the last run with this network, optimizer and recipe on this machine, by the
 * number of pixels and steps.
 */
final class Forecast {

	/** Seconds per pixel and step before there was a run: the embedded network with all losses on two cores. */
	private static final double INITIAL = 2e-6;

	/** A shorter run tells little. */
	private static final double LEAST_SECONDS = 3;

	private final PrefService preferences;

	Forecast(PrefService preferences) {
		this.preferences = preferences;
	}

	/** A sentence on the size, time and memory of a run, or what stands against it. */
	String text(long width, long height, Settings settings) {
		try {
			Memory.check((int) width, (int) height, settings.size());
			Size size = Pyramid.sizes((int) width, (int) height, settings.size(), settings.size()).get(0);
			return String.format(Locale.ROOT, "%s pixels: about %s and %.1f GB of memory.", size,
				Durations.text(seconds(width, height, settings)), Memory.needed(size, 1) / 1e9);
		}
		catch (IllegalArgumentException e) {
			return e.getMessage();
		}
	}

	double seconds(long width, long height, Settings settings) {
		return work(width, height, settings) * preferences.getDouble(Forecast.class, key(settings), INITIAL);
	}

	/** Remembers what a whole run took. */
	void learn(long width, long height, Settings settings, double seconds) {
		if (seconds >= LEAST_SECONDS)
			preferences.put(Forecast.class, key(settings), seconds / work(width, height, settings));
	}

	private static double work(long width, long height, Settings settings) {
		return settings.steps() * Pyramid.sizes((int) width, (int) height, settings.coarsest(), settings.size()).stream()
			.mapToDouble(size -> (double) size.width() * size.height()).sum();
	}

	/** Preferences take no long keys. */
	private static String key(Settings settings) {
		Map<String, String> kind = SettingsColumns.write(settings);
		kind.keySet().removeAll(List.of("size", "coarsest", "steps", "strength", "init", "seed"));
		return "seconds-" + Integer.toHexString(kind.hashCode());
	}
}
