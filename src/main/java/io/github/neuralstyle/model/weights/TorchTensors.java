package io.github.neuralstyle.model.weights;

import io.github.neuralstyle.model.weights.StoredTensor.ElementType;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The names that PyTorch's pickles may hold, and what is made of them instead of calling anything. */
final class TorchTensors {

    /** Python's None. */
    static final Object NONE = new Object();

    private static final int MAX_DEPTH = 4, MAX_TENSORS = 10_000;

    /** A name known; {@code type} is null for functions and classes that are no storages. */
    enum Name {
        FLOAT("torch.FloatStorage", ElementType.F32),
        DOUBLE("torch.DoubleStorage", ElementType.F64),
        HALF("torch.HalfStorage", ElementType.F16),
        BFLOAT16("torch.BFloat16Storage", ElementType.BF16),
        ORDERED_DICT("collections.OrderedDict", null),
        TENSOR("torch._utils._rebuild_tensor", null),
        TENSOR_V2("torch._utils._rebuild_tensor_v2", null),
        PARAMETER("torch._utils._rebuild_parameter", null);

        private final String name;
        private final ElementType type;

        Name(String name, ElementType type) {
            this.name = name;
            this.type = type;
        }

        static Name of(String name) throws WeightsException {
            for (Name known : values()) if (known.name.equals(name)) return known;
            throw new WeightsException(
                    "its pickle asks for " + name.replaceAll("[^\\w.]", "?")
                            + ", which a dictionary of tensors does not need; save only the state_dict of the network, in float32");
        }
    }

    /** A run of numbers that tensors are views of. */
    record Storage(String key, ElementType type, long count) {}

    /** Finds the bytes of a storage. */
    @FunctionalInterface
    interface Bytes {
        /** @return exactly as many as the storage has, from {@code offset} on for {@code length} */
        ByteBuffer of(Storage storage, long offset, long length) throws IOException;
    }

    private final Map<String, Storage> storages = new LinkedHashMap<>();
    private final Bytes bytes;
    private final ByteOrder order;

    TorchTensors(Bytes bytes, ByteOrder order) {
        this.bytes = bytes;
        this.order = order;
    }

    /** All storages met so far, by their keys. */
    Map<String, Storage> storages() {
        return storages;
    }

    /** From ("storage", class, key, location, count), and in older files a view. */
    Storage storage(List<?> id) throws WeightsException {
        if (id.size() < 5 || !"storage".equals(id.get(0)) || !(id.get(1) instanceof Name name) || name.type == null)
            throw new WeightsException("its pickle refers to something that is no storage of numbers");
        if (id.size() > 5 && id.get(5) != NONE)
            throw new WeightsException("it has storages that are parts of others; save a copy of each tensor");
        Storage storage = new Storage(text(id.get(2)), name.type, number(id.get(4)));
        Storage before = storages.putIfAbsent(storage.key, storage);
        if (before != null && !before.equals(storage))
            throw new WeightsException("its pickle says two things of the storage " + storage.key);
        return storage;
    }

    /** What a function would have made of its arguments. */
    Object call(Object function, List<?> arguments) throws WeightsException {
        if (function == Name.ORDERED_DICT) return dictionary(arguments);
        if (function == Name.TENSOR || function == Name.TENSOR_V2) return tensor(arguments);
        if (function == Name.PARAMETER && !arguments.isEmpty()) return arguments.get(0);
        throw new WeightsException("its pickle calls something, which a dictionary of tensors does not need");
    }

    /** Python 2 gives the pairs to the constructor, Python 3 puts them in afterwards. */
    private static Map<String, Object> dictionary(List<?> arguments) throws WeightsException {
        Map<String, Object> map = new LinkedHashMap<>();
        if (!arguments.isEmpty())
            for (Object pair : Pickle.list(arguments.get(0)))
                map.put(text(Pickle.list(pair).get(0)), Pickle.list(pair).get(1));
        return map;
    }

    private StoredTensor tensor(List<?> arguments) throws WeightsException {
        if (arguments.size() < 4 || !(arguments.get(0) instanceof Storage storage))
            throw new WeightsException("its pickle makes a tensor of something that is no storage");
        List<Long> shape = numbers(arguments.get(2));
        checkStrides(shape, numbers(arguments.get(3)));
        long length = StoredTensor.bytes(shape, storage.type), size = storage.type.size;
        long from = number(arguments.get(1));
        if (from < 0 || storage.count < 0 || from > storage.count || length / size > storage.count - from)
            throw new WeightsException("a tensor of the shape " + shape + " does not fit into its storage");
        return new StoredTensor(shape, storage.type, order, () -> bytes.of(storage, from * size, length));
    }

    private static void checkStrides(List<Long> shape, List<Long> strides) throws WeightsException {
        long expected = 1;
        boolean contiguous = shape.size() == strides.size();
        for (int i = shape.size() - 1; contiguous && i >= 0; i--) {
            contiguous = shape.get(i) == 1 || strides.get(i) == expected;
            expected *= Math.max(1, shape.get(i));
        }
        if (!contiguous)
            throw new WeightsException("a tensor of the shape " + shape + " has the strides " + strides
                    + "; call contiguous() on each tensor before saving");
    }

    /** All tensors of nested dictionaries, with the keys joined by dots. */
    static Map<String, StoredTensor> flatten(Object root) throws WeightsException {
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        collect("", root, 0, tensors);
        return tensors;
    }

    private static void collect(String name, Object value, int depth, Map<String, StoredTensor> tensors)
            throws WeightsException {
        if (depth > MAX_DEPTH || tensors.size() > MAX_TENSORS)
            throw new WeightsException(
                    "its dictionaries are larger than that of any VGG; save only the state_dict of the network");
        if (value instanceof StoredTensor tensor) tensors.put(name, tensor);
        else if (value instanceof Map<?, ?> map)
            for (Map.Entry<?, ?> entry : map.entrySet())
                collect(
                        name.isEmpty() ? text(entry.getKey()) : name + "." + entry.getKey(),
                        entry.getValue(),
                        depth + 1,
                        tensors);
    }

    static String text(Object value) throws WeightsException {
        if (value instanceof String text) return text;
        throw new WeightsException("its pickle has a dictionary with keys that are no texts");
    }

    private static long number(Object value) throws WeightsException {
        if (value instanceof Long number) return number;
        throw new WeightsException("its pickle is damaged");
    }

    private static List<Long> numbers(Object value) throws WeightsException {
        List<Long> numbers = new ArrayList<>();
        for (Object number : Pickle.list(value)) numbers.add(number(number));
        return numbers;
    }
}
