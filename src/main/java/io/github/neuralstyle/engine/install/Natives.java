package io.github.neuralstyle.engine.install;

import io.github.neuralstyle.engine.EngineException;
import java.io.File;
import java.io.IOException;
import org.bytedeco.javacpp.Loader;
import org.tensorflow.internal.c_api.global.tensorflow;

/** TensorFlow's own library, which is unpacked to a folder of the user before it is loaded for the first time. */
public final class Natives {

    /** What it takes there on Linux, where it is largest. */
    private static final long BYTES = 700_000_000;

    private static final String FOLDER = "org.bytedeco.javacpp.cachedir";

    private Natives() {}

    /** @throws EngineException if it cannot be loaded, with the reason and what to do */
    public static void load() {
        try {
            Loader.load(tensorflow.class);
        } catch (LinkageError e) {
            throw new EngineException(obstacle(e), e);
        }
    }

    private static String obstacle(LinkageError e) {
        try {
            File folder = Loader.getCacheDir();
            if (folder.getUsableSpace() < BYTES)
                return "TensorFlow's library cannot be unpacked to " + folder + ", where "
                        + megabytes(folder.getUsableSpace()) + " are free of the " + megabytes(BYTES)
                        + " that it takes; make room, or name another folder by -D" + FOLDER + "=FOLDER.";
            return "TensorFlow's library cannot be loaded from " + folder + " (" + e.getMessage()
                    + "); delete this folder, " + "from which it is unpacked anew.";
        } catch (IOException nowhere) {
            return "TensorFlow's library cannot be unpacked, as no folder for it can be made (" + nowhere.getMessage()
                    + "); name one by -D" + FOLDER + "=FOLDER.";
        }
    }

    private static String megabytes(long bytes) {
        return bytes / 1_000_000 + " MB";
    }
}
