package io.github.neuralstyle.model.weights;

import com.google.protobuf.InvalidProtocolBufferException;
import io.github.neuralstyle.model.weights.StoredTensor.ElementType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tensorflow.proto.BundleEntryProto;
import org.tensorflow.proto.BundleHeaderProto;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.TensorShapeProto;

/** The variables of a SavedModel, read from its folder {@code variables} without loading its graph. */
public final class TensorBundle {

    private static final String INDEX = "variables.index";
    private static final int MAX_SHARDS = 1000;

    private static final Map<DataType, ElementType> TYPES = Map.of(
            DataType.DT_FLOAT,
            ElementType.F32,
            DataType.DT_DOUBLE,
            ElementType.F64,
            DataType.DT_HALF,
            ElementType.F16,
            DataType.DT_BFLOAT16,
            ElementType.BF16);

    private final Path folder;
    private final BundleHeaderProto header;
    private final Map<Integer, ByteBuffer> shards = new HashMap<>();

    private TensorBundle(Path folder, BundleHeaderProto header) {
        this.folder = folder;
        this.header = header;
    }

    /** The file of a SavedModel that names all variables with their checksums. */
    public static Path index(Path savedModel) {
        return savedModel.resolve("variables").resolve(INDEX);
    }

    public static WeightFile open(Path savedModel) throws IOException {
        Path index = index(savedModel);
        if (!Files.isRegularFile(index))
            throw new WeightsException("it is a folder without variables/" + INDEX + ", thus no SavedModel");
        try {
            Map<String, ByteBuffer> table = SortedTable.read(map(index));
            ByteBuffer first = table.remove("");
            if (first == null) throw new WeightsException("its " + INDEX + " has no header");
            TensorBundle bundle = new TensorBundle(index.getParent(), BundleHeaderProto.parseFrom(first));
            if (bundle.header.getNumShards() < 1 || bundle.header.getNumShards() > MAX_SHARDS)
                throw new WeightsException("its " + INDEX + " says that there are " + bundle.header.getNumShards()
                        + " files of variables");
            Map<String, StoredTensor> tensors = new LinkedHashMap<>();
            for (Map.Entry<String, ByteBuffer> entry : table.entrySet()) {
                BundleEntryProto variable = BundleEntryProto.parseFrom(entry.getValue());
                if (TYPES.containsKey(variable.getDtype()) && variable.getSlicesCount() == 0)
                    tensors.put(entry.getKey(), bundle.tensor(entry.getKey(), variable));
            }
            return new WeightFile("TensorFlow SavedModel", tensors);
        } catch (InvalidProtocolBufferException e) {
            throw new WeightsException("its " + INDEX + " is damaged");
        }
    }

    private StoredTensor tensor(String name, BundleEntryProto variable) {
        List<Long> shape = variable.getShape().getDimList().stream()
                .map(TensorShapeProto.Dim::getSize)
                .toList();
        ByteOrder order = header.getEndianness() == BundleHeaderProto.Endianness.BIG
                ? ByteOrder.BIG_ENDIAN
                : ByteOrder.LITTLE_ENDIAN;
        return new StoredTensor(shape, TYPES.get(variable.getDtype()), order, () -> {
            ByteBuffer shard = shard(variable.getShardId());
            long offset = variable.getOffset(), size = variable.getSize();
            if (offset < 0 || size < 0 || offset > shard.limit() || size > shard.limit() - offset)
                throw new WeightsException("its variable " + name + " is truncated");
            ByteBuffer bytes = shard.slice((int) offset, (int) size);
            if (SortedTable.maskedChecksum(bytes) != variable.getCrc32C())
                throw new WeightsException("its variable " + name + " is damaged: the checksum differs");
            return bytes;
        });
    }

    private ByteBuffer shard(int id) throws IOException {
        if (id < 0 || id >= header.getNumShards())
            throw new WeightsException("its " + INDEX + " names a file of variables that there is not");
        if (!shards.containsKey(id))
            shards.put(
                    id,
                    map(folder.resolve(
                            String.format(Locale.ROOT, "variables.data-%05d-of-%05d", id, header.getNumShards()))));
        return shards.get(id);
    }

    private static ByteBuffer map(Path file) throws IOException {
        if (Files.isSymbolicLink(file.getParent()) || Files.isSymbolicLink(file))
            throw new WeightsException(
                    "variables/" + file.getFileName() + " is a link, and links in a SavedModel are not followed");
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
            throw new WeightsException("variables/" + file.getFileName() + " is missing");
        return WeightFile.map(file);
    }
}
