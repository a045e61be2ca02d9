package io.github.neuralstyle.engine.install;

import io.github.neuralstyle.engine.EngineException;
import io.github.neuralstyle.model.ModelStore;
import io.github.neuralstyle.model.NativeLog;
import io.github.neuralstyle.model.install.KnownAnswers;
import java.io.File;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.PointerScope;
import org.tensorflow.TensorFlow;
import org.tensorflow.internal.c_api.TF_DeviceList;
import org.tensorflow.internal.c_api.TF_Graph;
import org.tensorflow.internal.c_api.TF_Session;
import org.tensorflow.internal.c_api.TF_SessionOptions;
import org.tensorflow.internal.c_api.TF_Status;
import org.tensorflow.internal.c_api.global.tensorflow;

/**
 * The properties of an engine that works.
 *
 * @param version of this program
 * @param tensorFlow the version of TensorFlow
 * @param java the version of Java
 * @param devices on which TensorFlow computes, as "CPU:0"
 * @param heap the maximum heap of its Java, in bytes
 */
public record EngineReport(String version, String tensorFlow, String java, List<String> devices, long heap)
        implements Serializable {

    /** The version of TensorFlow that this program is made for. */
    public static final String EXPECTED_TENSORFLOW = "2.18.0";

    /** The size of the native library on Linux, where it is largest. */
    private static final long LIBRARY_BYTES = 700_000_000;

    private static final String CACHE = "org.bytedeco.javacpp.cachedir";

    /**
     * Reports on this process, after TensorFlow computed the embedded network's features of a known picture.
     *
     * @throws EngineException if TensorFlow has another version, or its results differ
     */
    public static EngineReport make() throws IOException {
        NativeLog.silence();
        if (!TensorFlow.version().equals(EXPECTED_TENSORFLOW))
            throw new EngineException("The engine has TensorFlow " + TensorFlow.version() + " and needs "
                    + EXPECTED_TENSORFLOW + "; install it again by " + EngineFolder.MENU + ".");
        KnownAnswers.check(new ModelStore().folder(ModelStore.EMBEDDED.get(0)));
        return new EngineReport(
                Release.version(),
                TensorFlow.version(),
                Runtime.version().toString(),
                devicesHere(),
                Runtime.getRuntime().maxMemory());
    }

    private static List<String> devicesHere() {
        try (PointerScope scope = new PointerScope()) {
            TF_Status status = TF_Status.newStatus();
            TF_Session session =
                    TF_Session.newSession(TF_Graph.newGraph(), TF_SessionOptions.newSessionOptions(), status);
            TF_DeviceList devices = tensorflow.TF_SessionListDevices(session, status);
            List<String> names = new ArrayList<>();
            for (int i = 0; i < tensorflow.TF_DeviceListCount(devices); i++)
                names.add(tensorflow.TF_DeviceListName(devices, i, status)
                        .getString()
                        .replaceFirst(".*/device:", ""));
            tensorflow.TF_DeleteDeviceList(devices);
            return names;
        }
    }

    /**
     * Loads TensorFlow's native library, which is unpacked to a folder of the user first.
     *
     * @throws EngineException if it cannot be loaded, with the reason and what to do
     */
    public static void loadTensorFlow() {
        try {
            Loader.load(tensorflow.class);
        } catch (LinkageError e) {
            throw new EngineException(obstacle(e), e);
        }
    }

    private static String obstacle(LinkageError e) {
        try {
            File folder = Loader.getCacheDir();
            if (folder.getUsableSpace() < LIBRARY_BYTES)
                return "TensorFlow's library cannot be unpacked to " + folder + ", where "
                        + megabytes(folder.getUsableSpace()) + " are free of the " + megabytes(LIBRARY_BYTES)
                        + " that it takes; make room, or name another folder by -D" + CACHE + "=FOLDER.";
            return "TensorFlow's library cannot be loaded from " + folder + " (" + e.getMessage()
                    + "); delete this folder, from which it is unpacked again.";
        } catch (IOException nowhere) {
            return "TensorFlow's library cannot be unpacked, as no folder for it can be made (" + nowhere.getMessage()
                    + "); name one by -D" + CACHE + "=FOLDER.";
        }
    }

    private static String megabytes(long bytes) {
        return bytes / 1_000_000 + " MB";
    }
}
