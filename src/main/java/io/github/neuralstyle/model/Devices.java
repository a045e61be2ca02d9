package io.github.neuralstyle.model;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.tensorflow.internal.c_api.TF_DeviceList;
import org.tensorflow.internal.c_api.TF_Graph;
import org.tensorflow.internal.c_api.TF_Session;
import org.tensorflow.internal.c_api.TF_SessionOptions;
import org.tensorflow.internal.c_api.TF_Status;
import org.tensorflow.internal.c_api.global.tensorflow;

/** What TensorFlow computes on. */
public final class Devices {

    private static final String PREFIX = "/device:";

    private Devices() {}

    /** Their names, as "CPU:0" and "GPU:0". */
    public static List<String> list() {
        try (PointerScope scope = new PointerScope()) {
            TF_Status status = TF_Status.newStatus();
            TF_Session session =
                    TF_Session.newSession(TF_Graph.newGraph(), TF_SessionOptions.newSessionOptions(), status);
            TF_DeviceList devices = tensorflow.TF_SessionListDevices(session, status);
            List<String> names = new ArrayList<>();
            for (int i = 0; i < tensorflow.TF_DeviceListCount(devices); i++)
                names.add(name(tensorflow.TF_DeviceListName(devices, i, status).getString()));
            tensorflow.TF_DeleteDeviceList(devices);
            return names;
        }
    }

    /** "CPU:0" of "/job:localhost/replica:0/task:0/device:CPU:0". */
    private static String name(String full) {
        return full.substring(full.indexOf(PREFIX) + PREFIX.length());
    }
}
