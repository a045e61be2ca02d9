package io.github.neuralstyle.model.weights;

import io.github.neuralstyle.model.weights.StoredTensor.ElementType;
import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import io.jhdf.dataset.ContiguousDatasetImpl;
import io.jhdf.object.datatype.FloatingPoint;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** The arrays of an HDF5 file by their paths, as Keras writes them: floating point, in one piece, not compressed. */
final class Hdf5 {

    private static final int MAX_DEPTH = 8, MAX_NODES = 5000;

    static {
        // jHDF logs by SLF4J, which would write a warning that it has no logger.
        if (System.getProperty("slf4j.internal.verbosity") == null)
            System.setProperty("slf4j.internal.verbosity", "ERROR");
    }

    private final Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    private int nodes;

    private Hdf5() {}

    static WeightFile open(ByteBuffer file) throws WeightsException {
        HdfFile hdf = HdfFile.fromByteBuffer(file);
        Hdf5 found = new Hdf5();
        found.collect(hdf, "", 0);
        return new WeightFile("HDF5", found.tensors);
    }

    private void collect(Group group, String path, int depth) throws WeightsException {
        if (depth > MAX_DEPTH) throw new WeightsException("its groups are nested deeper than those of Keras");
        for (Map.Entry<String, Node> child : group.getChildren().entrySet()) {
            if (++nodes > MAX_NODES) throw new WeightsException("it has over " + MAX_NODES + " groups and arrays");
            String name = path + child.getKey();
            if (child.getValue().isLink()) throw new WeightsException(name + " is a link, and links are not followed");
            if (child.getValue() instanceof Group below) collect(below, name + "/", depth + 1);
            else if (child.getValue() instanceof Dataset dataset && dataset.getDataType() instanceof FloatingPoint type)
                add(name, dataset, type);
        }
    }

    private void add(String name, Dataset dataset, FloatingPoint type) throws WeightsException {
        List<Long> shape = LongStream.of(dataset.getDimensionsAsLong()).boxed().toList();
        ElementType elements =
                switch (type.getSize()) {
                    case 2 -> type.getExponentSize() == 5 ? ElementType.F16 : ElementType.BF16;
                    case 4 -> ElementType.F32;
                    case 8 -> ElementType.F64;
                    default -> throw new WeightsException(name + " has numbers of " + type.getSize() + " bytes");
                };
        tensors.put(name, new StoredTensor(shape, elements, type.getByteOrder(), () -> {
            if (!(dataset instanceof ContiguousDatasetImpl whole))
                throw new WeightsException(name + " is stored in chunks; write it without compression and chunks");
            return whole.getDataBuffer().order(ByteOrder.LITTLE_ENDIAN);
        }));
    }
}
