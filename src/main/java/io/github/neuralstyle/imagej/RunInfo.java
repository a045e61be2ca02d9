package io.github.neuralstyle.imagej;

import io.github.neuralstyle.Settings;
import io.github.neuralstyle.engine.install.Release;
import io.github.neuralstyle.image.DescribedImg;
import io.github.neuralstyle.image.io.ImageChecks;
import io.github.neuralstyle.imagej.imagej2.ImageJ2Bridge;
import io.github.neuralstyle.transfer.RunSummary;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import net.imglib2.img.Img;

/** How an image was made, a line {@code key = value} for each fact: the text of {@code Image > Show Info}. */
public final class RunInfo {

    private final Map<String, String> lines = new LinkedHashMap<>();

    public RunInfo(String command) {
        lines.put("made by", "Neural Style for Fiji " + version() + ", " + command);
        lines.put("note", "synthetic: not for intensity measurement");
    }

    public RunInfo image(String role, Img<?> image) {
        boolean selected = image instanceof DescribedImg<?> described
                && described.metadata().selection() != null;
        return add(
                role,
                ImageJ2Bridge.title(image) + " (" + ImageChecks.sizes(image).replace(" ", "") + ")"
                        + (selected ? ", a selection" : ""));
    }

    public RunInfo settings(Settings settings) {
        lines.putAll(settings.texts());
        return this;
    }

    public RunInfo add(String key, Object value) {
        lines.put(key, String.valueOf(value));
        return this;
    }

    /** The steps that were made, the time, and the last values of the losses. */
    public RunInfo run(RunSummary run, boolean stopped) {
        add("steps made", run.steps() + (stopped ? ", stopped" : ""));
        if (run.steps() == 0) return this;
        add("seconds", String.format(Locale.ROOT, "%.1f", run.seconds()));
        run.losses().forEach((loss, value) -> add("loss " + loss, String.format(Locale.ROOT, "%.6g", value)));
        return this;
    }

    /** This program's version, as 0.1.0. */
    public static String version() {
        return Release.version();
    }

    @Override
    public String toString() {
        return lines.entrySet().stream()
                .map(line -> line.getKey() + " = " + line.getValue() + "\n")
                .collect(Collectors.joining());
    }
}
