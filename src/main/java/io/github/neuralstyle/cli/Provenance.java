package io.github.neuralstyle.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.github.neuralstyle.Options;
import io.github.neuralstyle.Settings;
import io.github.neuralstyle.image.io.ImageDecoder;
import io.github.neuralstyle.model.ModelStore;
import io.github.neuralstyle.model.Precision;
import io.github.neuralstyle.model.TensorFlowProcess;
import io.github.neuralstyle.util.Checksum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.scijava.util.VersionUtils;

/**
 * How a picture was made: all settings, versions, and names and SHA-256 of the inputs and of the model. It is in the
 * picture's file, or in a file of its own (the sidecar), as JSON.
 */
final class Provenance {

    private static final String PROGRAM = "neural-style";

    private final JsonObject json;
    private final Path folder;

    private Provenance(JsonObject json, Path folder) {
        this.json = json;
        this.folder = folder;
    }

    /**
     * The provenance of a picture to be made.
     *
     * @param continued whether it goes on from a state
     * @throws IOException if an input cannot be read
     */
    static Provenance of(Path content, List<Path> styles, Settings settings, Path output, boolean continued)
            throws IOException {
        Path folder = output.toAbsolutePath().getParent();
        JsonObject json = new JsonObject();
        json.addProperty("program", PROGRAM);
        json.addProperty("version", version());
        json.addProperty("tensorflow", TensorFlowProcess.version());
        json.addProperty("processors", Runtime.getRuntime().availableProcessors());
        json.addProperty("output", output.getFileName().toString());
        json.add("content", input(content, folder));
        JsonArray list = new JsonArray();
        for (Path style : styles) list.add(input(style, folder));
        json.add("styles", list);
        json.addProperty("model-sha256", checksum(settings.model()));
        JsonObject texts = new JsonObject();
        settings.texts().forEach((name, text) -> {
            if (text != null) texts.addProperty(name, text);
        });
        json.add("settings", texts);
        if (continued) json.addProperty("continued", true);
        return new Provenance(json, folder);
    }

    private static String version() {
        return Objects.requireNonNullElse(VersionUtils.getVersion(Provenance.class), "unknown");
    }

    private static JsonObject input(Path file, Path folder) throws IOException {
        JsonObject input = new JsonObject();
        Path absolute = file.toAbsolutePath().normalize(), base = folder.normalize();
        boolean near = absolute.getRoot() != null && absolute.getRoot().equals(base.getRoot());
        input.addProperty(
                "file", (near ? base.relativize(absolute) : absolute).toString().replace('\\', '/'));
        input.addProperty("sha256", Checksum.sha256(file));
        return input;
    }

    private static String checksum(String model) throws IOException {
        return Checksum.sha256OfFolder(new ModelStore().folder(model));
    }

    /** The provenance in a picture or a JSON file. @throws IOException if there is none */
    static Provenance read(Path file) throws IOException {
        boolean sidecar = file.toString().toLowerCase(Locale.ROOT).endsWith(".json");
        String text = sidecar && Files.isRegularFile(file) ? Files.readString(file) : ImageDecoder.text(file);
        if (text.isEmpty())
            throw new IOException(
                    "Cannot find out how " + file
                            + " was made: it does not say; choose a png, jpg or tif of this program, or the file of --sidecar.");
        try {
            JsonObject json = JsonParser.parseString(text).getAsJsonObject();
            for (String key : List.of("content", "styles", "settings", "output", "model-sha256"))
                if (!json.has(key)) throw new JsonParseException("no " + key);
            return new Provenance(json, file.toAbsolutePath().getParent());
        } catch (JsonParseException | IllegalStateException e) {
            throw new IOException(
                    "Cannot find out how " + file + " was made: what it says of it is damaged; choose another file.",
                    e);
        }
    }

    /** On one line, in ASCII. */
    String text() {
        return json.toString()
                .chars()
                .mapToObj(letter ->
                        letter < 127 ? String.valueOf((char) letter) : String.format(Locale.ROOT, "\\u%04x", letter))
                .collect(Collectors.joining());
    }

    /** The name of the picture. */
    String output() {
        return json.get("output").getAsString();
    }

    Path content() throws IOException {
        return find(json.getAsJsonObject("content"));
    }

    List<Path> styles() throws IOException {
        List<Path> styles = new ArrayList<>();
        for (JsonElement style : json.getAsJsonArray("styles")) styles.add(find(style.getAsJsonObject()));
        return styles;
    }

    /** Relative to the file that was read, or to the current folder, or in the folder of the file. */
    private Path find(JsonObject input) throws IOException {
        Path path = Path.of(input.get("file").getAsString());
        Path changed = null;
        for (Path candidate : List.of(folder.resolve(path).normalize(), path, folder.resolve(path.getFileName()))) {
            if (!Files.isRegularFile(candidate)) continue;
            if (Checksum.sha256(candidate).equals(input.get("sha256").getAsString())) return candidate;
            changed = candidate;
        }
        throw new IOException(
                changed != null
                        ? "Cannot make the same picture: " + changed + " has changed since; restore it."
                        : "Cannot make the same picture: there is no " + path + "; put it where it was or beside "
                                + folder + ".");
    }

    /**
     * The settings; a picture of a version without precision was made in float32.
     *
     * @throws IOException if this version does not have a setting, or the model is another one
     * @throws IllegalArgumentException if this machine does not have the precision
     */
    Settings settings() throws IOException {
        Map<String, String> texts = json.getAsJsonObject("settings").entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().getAsString()));
        Set<String> known = Settings.defaults().texts().keySet();
        for (String name : texts.keySet())
            if (!known.contains(name))
                throw new IOException("Cannot make the same picture: this version has no option " + name + ".");
        Settings settings = Options.read(Settings.defaults().with(Options.PRECISION, Precision.FLOAT32), texts);
        if (!checksum(settings.model()).equals(json.get("model-sha256").getAsString()))
            throw new IOException("Cannot make the same picture: the model " + settings.model()
                    + " has changed since; install that one.");
        return settings;
    }

    /** What may make the picture a little different; empty if nothing. */
    String difference() {
        if (json.has("continued"))
            return "It went on from a state: if that was of a run with other settings, the picture will differ.";
        int processors = Runtime.getRuntime().availableProcessors();
        String version = version();
        if (json.has("version") && !json.get("version").getAsString().equals(version))
            return "It was made by version " + json.get("version").getAsString() + ", and this is " + version
                    + ": the picture may differ.";
        if (json.has("processors") && json.get("processors").getAsInt() != processors)
            return "It was made with " + json.get("processors").getAsInt() + " processors, and here are " + processors
                    + ": the picture may differ slightly.";
        return "";
    }
}
