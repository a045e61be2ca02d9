package io.github.neuralstyle.engine.install;

import io.github.neuralstyle.engine.EngineException;
import io.github.neuralstyle.model.ModelStore;
import io.github.neuralstyle.model.NativeLog;
import io.github.neuralstyle.model.NoTensorFlowException;
import io.github.neuralstyle.model.TensorFlowProcess;
import io.github.neuralstyle.model.install.KnownAnswers;
import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
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

    /**
     * Reports on this process, after TensorFlow computed the embedded network's features of a known picture.
     *
     * @throws EngineException if TensorFlow cannot be loaded, has another version, or its results differ
     */
    public static EngineReport make() throws IOException {
        NativeLog.silence();
        String version = tensorFlowVersion();
        if (!version.equals(EXPECTED_TENSORFLOW))
            throw new EngineException("The engine has TensorFlow " + version + " and needs " + EXPECTED_TENSORFLOW
                    + "; install it again by " + EngineFolder.MENU + ".");
        KnownAnswers.check(new ModelStore().folder(ModelStore.EMBEDDED.get(0)));
        return new EngineReport(
                Release.version(),
                version,
                Runtime.version().toString(),
                devicesHere(),
                Runtime.getRuntime().maxMemory());
    }

    private static String tensorFlowVersion() {
        try {
            return TensorFlowProcess.version();
        } catch (NoTensorFlowException e) {
            throw new EngineException(e.getMessage(), e);
        }
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
}
