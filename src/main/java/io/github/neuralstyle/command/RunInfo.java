package io.github.neuralstyle.command;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.scijava.util.VersionUtils;

import io.github.neuralstyle.RunLog;
import io.github.neuralstyle.Settings;
import io.github.neuralstyle.batch.SettingsColumns;
import io.github.neuralstyle.image.DescribedImg;

import net.imglib2.Dimensions;
import net.imglib2.img.Img;

/** How an image was made, a line {@code key = value} for each fact: what {@code Image > Show Info} tells. */
final class RunInfo {

	private final Map<String, String> lines = new LinkedHashMap<>();

	RunInfo(String command) {
		lines.put("made by", "Neural Style for Fiji " + version() + ", " + command);
		lines.put("note", "synthetic: not for intensity measurement");
	}

	RunInfo image(String role, Img<?> image) {
		boolean selected = image instanceof DescribedImg<?> described && described.description().selection() != null;
		return add(role, ImageJBridge.title(image) + " (" + sizes(image) + ")" + (selected ? ", a selection" : ""));
	}

	RunInfo settings(Settings settings) {
		lines.putAll(SettingsColumns.write(settings));
		return this;
	}

	RunInfo add(String key, Object value) {
		lines.put(key, String.valueOf(value));
		return this;
	}

	/** The steps that were made, the time, and the last values of the losses. */
	RunInfo run(RunLog log, boolean stopped) {
		List<RunLog.Row> rows = log.rows();
		add("steps made", rows.size() + (stopped ? ", stopped" : ""));
		if (rows.isEmpty())
			return this;
		RunLog.Row last = rows.get(rows.size() - 1);
		add("seconds", String.format(Locale.ROOT, "%.1f", last.seconds()));
		last.losses().forEach((loss, value) -> add("loss " + loss, String.format(Locale.ROOT, "%.6g", value)));
		return this;
	}

	/** This program's version, if its jar or folder tells it. */
	static String version() {
		return Objects.requireNonNullElse(VersionUtils.getVersion(RunInfo.class), "of unknown version");
	}

	private static String sizes(Dimensions image) {
		return Arrays.stream(image.dimensionsAsLongArray()).mapToObj(Long::toString).collect(Collectors.joining("x"));
	}

	@Override
	public String toString() {
		return lines.entrySet().stream().map(line -> line.getKey() + " = " + line.getValue() + "\n").collect(Collectors.joining());
	}
}
