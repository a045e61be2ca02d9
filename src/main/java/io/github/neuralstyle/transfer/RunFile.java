package io.github.neuralstyle.transfer;

import io.github.neuralstyle.image.Mask;
import io.github.neuralstyle.image.Pixels;
import io.github.neuralstyle.image.Pyramid.Size;
import io.github.neuralstyle.model.FeatureModel;
import io.github.neuralstyle.util.Checksum;
import io.github.neuralstyle.util.SavedState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The file that keeps the state of one run, to go on from: from exactly there with the same settings, or with others from
 * its picture. A run without a file keeps nothing.
 */
public final class RunFile {

    /** Names in a state: the number of the phase, and whether the run went on from another picture. */
    public static final String PHASE = "phase", CONTINUED = "continued";

    private static final String CONTENT = "content", MODEL = "model", PICTURE = "picture", SIZE = "picture size";
    private static final long INTERVAL = 30_000_000_000L;

    private final Path file;
    private final SavedState own = new SavedState();
    private SavedState saved;
    private long last = System.nanoTime();

    /**
     * Reads the file if there is one.
     *
     * @param file null for none
     * @param settings texts of all that decides what the network makes of content and styles
     * @throws IllegalArgumentException if the file is no state, damaged, of another version, network or content
     */
    public RunFile(Path file, FeatureModel model, Pixels content, Styles styles, Map<String, String> settings) {
        this.file = file;
        if (file == null) return;
        try {
            own.put(MODEL, model.fingerprint());
            own.put(CONTENT, checksum(List.of(content)));
            List<Object> all = new ArrayList<>(styles.images());
            all.addAll(styles.parts());
            for (double proportion : styles.proportions()) all.add(proportion);
            own.put("styles", checksum(all));
            settings.forEach(own::put);
            if (!Files.exists(file)) return;
            saved = SavedState.read(file);
        } catch (IOException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        refuse(MODEL, "network", true);
        Pixels picture = picture();
        Size now = Size.of(content.width(), content.height(), Math.max(picture.width(), picture.height()));
        refuse(CONTENT, "content", isSame() || !now.equals(new Size(picture.width(), picture.height())));
    }

    private void refuse(String name, String what, boolean matters) {
        if (matters && !own.texts().get(name).equals(saved.texts().get(name)))
            throw new IllegalArgumentException("Cannot go on from " + file + ": it was made with another " + what
                    + "; give that one, or begin anew with another file.");
    }

    private static String checksum(List<?> parts) {
        return Checksum.sha256(parts.stream().map(RunFile::bytes).toList());
    }

    private static byte[] bytes(Object part) {
        if (part instanceof Pixels image) {
            ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * image.values().length);
            bytes.asFloatBuffer().put(image.values());
            return bytes.array();
        }
        if (!(part instanceof Mask mask)) return String.valueOf(part).getBytes(StandardCharsets.UTF_8);
        byte[] inside = new byte[mask.inside().length];
        for (int i = 0; i < inside.length; i++) inside[i] = (byte) (mask.inside()[i] ? 1 : 0);
        return inside;
    }

    /** Whether there is a state with the same content, styles and settings. */
    private boolean isSame() {
        for (Map.Entry<String, String> text : own.texts().entrySet())
            if (!text.getKey().equals(CONTENT)
                    && !text.getValue().equals(saved.texts().get(text.getKey()))) return false;
        return true;
    }

    /** What to go on from exactly; null if there is no state, or one of other settings. */
    public SavedState exact() {
        return saved != null && isSame() ? saved : null;
    }

    /** The picture that a run with other settings has made; null if there is none. */
    public Pixels other() {
        return saved != null && !isSame() ? picture() : null;
    }

    /** The picture of the state. */
    public Pixels picture() {
        double[] size = saved.numbers(SIZE);
        return new Pixels((int) size[0], (int) size[1], saved.array(PICTURE));
    }

    /**
     * Writes the state.
     *
     * @param content adds all that is needed to go on
     * @throws UncheckedIOException if the file cannot be written
     */
    public void keep(int phase, boolean continued, Pixels picture, Consumer<SavedState> content) {
        SavedState state = new SavedState();
        own.texts().forEach(state::put);
        state.put(PHASE, phase);
        state.put(CONTINUED, continued ? 1 : 0);
        state.put(SIZE, picture.width(), picture.height());
        state.put(PICTURE, picture.values());
        content.accept(state);
        try {
            state.write(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the state " + file + ": " + e.getMessage(), e);
        }
        last = System.nanoTime();
    }

    /** Whether the state is to be written after this step. @param ends whether it is the last one */
    public boolean isTime(boolean ends) {
        return file != null && (ends || System.nanoTime() - last > INTERVAL);
    }
}
