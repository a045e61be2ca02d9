package io.github.neuralstyle.engine.install;

import io.github.neuralstyle.engine.EngineException;
import io.github.neuralstyle.model.Devices;
import io.github.neuralstyle.model.ModelStore;
import io.github.neuralstyle.model.NativeLog;
import io.github.neuralstyle.model.install.KnownAnswers;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.tensorflow.TensorFlow;

/**
 * What an engine says of itself when it has been seen to work.
 *
 * @param version of this program
 * @param tensorFlow the version of TensorFlow
 * @param java the version of Java
 * @param devices on which TensorFlow computes, as "CPU:0"
 * @param heap the most memory that its Java takes, in bytes
 */
public record EngineReport(String version, String tensorFlow, String java, List<String> devices, long heap)
        implements Serializable {

    /** The version of TensorFlow that this program is made for. */
    public static final String EXPECTED_TENSORFLOW = "2.18.0";

    /**
     * That of this process, which has then loaded TensorFlow and computed the embedded network's features of a known picture.
     *
     * @throws EngineException if TensorFlow is of another version, or computes something else
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
                Devices.list(),
                Runtime.getRuntime().maxMemory());
    }
}
