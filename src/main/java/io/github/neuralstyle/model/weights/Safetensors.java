package io.github.neuralstyle.model.weights;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.MalformedJsonException;
import io.github.neuralstyle.model.weights.StoredTensor.ElementType;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Files of the safetensors format: the length of a header (8 bytes), the header in JSON, the arrays. */
final class Safetensors {

    private static final int LENGTH = 8, MAX_HEADER = 1 << 20, MAX_DIMENSIONS = 8;

    private Safetensors() {}

    static boolean isOne(ByteBuffer file) {
        return file.limit() > LENGTH + 1
                && file.getLong(0) > 1
                && file.getLong(0) <= file.limit() - LENGTH
                && file.get(LENGTH) == '{';
    }

    static WeightFile open(ByteBuffer file) throws IOException {
        long length = file.getLong(0);
        if (length > MAX_HEADER)
            throw new WeightsException("its header has " + length + " bytes, more than that of any VGG");
        byte[] header = new byte[(int) length];
        file.get(LENGTH, header);
        ByteBuffer arrays = file.slice(LENGTH + header.length, file.limit() - LENGTH - header.length);
        return new WeightFile("safetensors", tensors(new String(header, StandardCharsets.UTF_8), arrays));
    }

    private static Map<String, StoredTensor> tensors(String header, ByteBuffer arrays) throws IOException {
        Map<String, StoredTensor> tensors = new LinkedHashMap<>();
        try (JsonReader json = new JsonReader(new StringReader(header))) {
            json.beginObject();
            while (json.hasNext()) {
                String name = json.nextName();
                if (name.equals("__metadata__")) skipStrings(json);
                else if (tensors.put(name, tensor(name, json, arrays)) != null)
                    throw new WeightsException("its header names " + name + " twice");
            }
            json.endObject();
        } catch (EOFException | MalformedJsonException | IllegalStateException | NumberFormatException e) {
            throw new WeightsException("its header is damaged");
        }
        return tensors;
    }

    private static void skipStrings(JsonReader json) throws IOException {
        json.beginObject();
        while (json.hasNext()) {
            json.nextName();
            json.nextString();
        }
        json.endObject();
    }

    private static StoredTensor tensor(String name, JsonReader json, ByteBuffer arrays) throws IOException {
        String type = null;
        List<Long> shape = List.of(), offsets = List.of();
        json.beginObject();
        while (json.hasNext())
            switch (json.nextName()) {
                case "dtype" -> type = json.nextString();
                case "shape" -> shape = numbers(json);
                case "data_offsets" -> offsets = numbers(json);
                default -> throw new WeightsException("its header says of " + name + " what is not in the format");
            }
        json.endObject();
        if (type == null || offsets.size() != 2)
            throw new WeightsException("its header does not say what " + name + " is");
        long from = offsets.get(0), to = offsets.get(1);
        if (from < 0 || to < from || to > arrays.limit())
            throw new WeightsException(name + " is at bytes " + from + " to " + to + " of " + arrays.limit()
                    + "; the file is truncated or damaged");
        ElementType elements = elements(name, type);
        if (to - from != StoredTensor.bytes(shape, elements))
            throw new WeightsException(name + " of the shape " + shape + " has " + (to - from) + " bytes");
        return new StoredTensor(
                shape, elements, ByteOrder.LITTLE_ENDIAN, () -> arrays.slice((int) from, (int) (to - from)));
    }

    private static List<Long> numbers(JsonReader json) throws IOException {
        List<Long> numbers = new ArrayList<>();
        json.beginArray();
        while (json.hasNext()) {
            if (numbers.size() == MAX_DIMENSIONS)
                throw new WeightsException("an array has over " + MAX_DIMENSIONS + " dimensions");
            numbers.add(json.nextLong());
        }
        json.endArray();
        return List.copyOf(numbers);
    }

    private static ElementType elements(String name, String type) throws WeightsException {
        try {
            return ElementType.valueOf(type);
        } catch (IllegalArgumentException e) {
            throw new WeightsException(name + " is of the type " + type + "; it must be F32, F16, BF16 or F64");
        }
    }
}
