package io.github.neuralstyle.model.weights;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * What torch.save wrote from PyTorch 0.2 to 1.5, the published VGG among it: pickles of a magic number, a version, the
 * machine, the tensors and the keys of their storages; then each storage as its count (8 bytes) and its numbers.
 */
final class TorchLegacy {

    private static final byte[] MAGIC = HexFormat.of().parseHex("80028a0a6cfc9c46f9206aa850192e");
    private static final long VERSION = 1001;

    private TorchLegacy() {}

    static boolean isOne(ByteBuffer file) {
        return file.limit() > MAGIC.length && file.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC));
    }

    static WeightFile open(ByteBuffer file) throws IOException {
        ByteBuffer in = file.duplicate().position(MAGIC.length);
        Map<String, Integer> places = new HashMap<>();
        TorchTensors torch = new TorchTensors(
                (storage, offset, length) -> {
                    Integer place = places.get(storage.key());
                    if (place == null)
                        throw new WeightsException(
                                "its storage " + storage.key().replaceAll("\\W", "?") + " is missing");
                    return file.slice(place + (int) offset, (int) length);
                },
                ByteOrder.LITTLE_ENDIAN);
        if (!Long.valueOf(VERSION).equals(new Pickle(in, torch).read()))
            throw new WeightsException(
                    "it is of an unknown version of PyTorch's format; write it again with torch.save");
        if (!(new Pickle(in, torch).read() instanceof Map<?, ?> machine)
                || !Boolean.TRUE.equals(machine.get("little_endian")))
            throw new WeightsException("it was written on a big-endian machine; write it again on another");
        Map<String, StoredTensor> tensors = TorchTensors.flatten(new Pickle(in, torch).read());
        for (Object key : Pickle.list(new Pickle(in, torch).read()))
            places.put(TorchTensors.text(key), skip(in, torch.storages().get(TorchTensors.text(key))));
        return new WeightFile("PyTorch (before 1.6)", tensors);
    }

    /** Returns where the numbers of a storage begin. */
    private static int skip(ByteBuffer in, TorchTensors.Storage storage) throws WeightsException {
        if (storage == null) throw new WeightsException("it has a storage that no tensor uses");
        long count = in.getLong();
        int place = in.position();
        if (count != storage.count() || count > in.remaining() / storage.type().size)
            throw new WeightsException("its storage of " + storage.count() + " numbers is truncated or damaged");
        in.position(place + (int) count * storage.type().size);
        return place;
    }
}
