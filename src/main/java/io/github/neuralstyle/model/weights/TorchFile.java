package io.github.neuralstyle.model.weights;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The two formats of torch.save. Since PyTorch 1.6: a zip archive with a pickle and one entry per storage, read in place.
 * From PyTorch 0.2 to 1.5, as in the published VGG: pickles of a magic number, a version, the machine, the tensors and the
 * keys of their storages; then each storage as its count (8 bytes) and its numbers.
 */
final class TorchFile {

    private static final String PICKLE = "/data.pkl";
    private static final int MAX_PICKLE = 1 << 22;

    private static final byte[] MAGIC = HexFormat.of().parseHex("80028a0a6cfc9c46f9206aa850192e");
    private static final long VERSION = 1001;

    private final ZipFile zip;
    private final String folder;

    private TorchFile(ZipFile zip) throws WeightsException {
        this.zip = zip;
        String pickle = null;
        for (ZipEntry entry : Collections.list(zip.entries())) {
            check(entry);
            if (entry.getName().endsWith(PICKLE)) pickle = entry.getName();
        }
        if (pickle == null)
            throw new WeightsException("it is a zip archive without a data.pkl"
                    + (zip.getEntry("model.weights.h5") == null
                            ? ", thus not of PyTorch"
                            : "; unzip it and import the model.weights.h5 in it"));
        folder = pickle.substring(0, pickle.length() - PICKLE.length()) + "/";
    }

    static WeightFile openZip(Path file) throws IOException {
        ZipFile zip = null;
        try {
            zip = new ZipFile(file.toFile());
            WeightFile opened = new TorchFile(zip).read();
            zip = null;
            return opened;
        } catch (ZipException | EOFException e) {
            throw new WeightsException("its zip archive is truncated or damaged");
        } finally {
            if (zip != null) zip.close();
        }
    }

    private static void check(ZipEntry entry) throws WeightsException {
        String name = entry.getName();
        if (name.startsWith("/") || name.contains("\\") || name.contains(":") || ("/" + name + "/").contains("/../"))
            throw new WeightsException("its zip archive has an entry that leads out of it");
    }

    private WeightFile read() throws IOException {
        ZipEntry mark = zip.getEntry(folder + "byteorder");
        boolean big =
                mark != null && new String(bytes("byteorder", 0, 3).array(), StandardCharsets.US_ASCII).equals("big");
        TorchTensors torch = new TorchTensors(
                (storage, offset, length) -> {
                    if (entry("data/" + storage.key()).getSize() != storage.count() * storage.type().size)
                        throw new WeightsException("its storage " + storage.key() + " is truncated or damaged");
                    return bytes("data/" + storage.key(), offset, length);
                },
                big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        long length = entry("data.pkl").getSize();
        if (length > MAX_PICKLE)
            throw new WeightsException("its pickle has " + length + " bytes, more than that of any VGG");
        Object root = new Pickle(bytes("data.pkl", 0, length), torch).read();
        return new WeightFile("PyTorch (zip)", TorchTensors.flatten(root), zip);
    }

    /** Only uncompressed entries: a compressed one could be far larger than the file. */
    private ZipEntry entry(String name) throws WeightsException {
        ZipEntry entry = zip.getEntry(folder + name);
        if (entry == null
                || entry.getMethod() != ZipEntry.STORED
                || entry.getSize() < 0
                || entry.getSize() != entry.getCompressedSize())
            throw new WeightsException("its zip archive has no uncompressed entry " + name.replaceAll("[^\\w./]", "?"));
        return entry;
    }

    private ByteBuffer bytes(String name, long offset, long length) throws IOException {
        ZipEntry entry = entry(name);
        if (offset > entry.getSize() || length > entry.getSize() - offset || entry.getSize() > fileSize())
            throw new WeightsException("its entry " + entry.getName() + " is truncated");
        try (InputStream in = zip.getInputStream(entry)) {
            in.skipNBytes(offset);
            byte[] bytes = in.readNBytes((int) length);
            if (bytes.length != length) throw new WeightsException("its zip archive is truncated");
            return ByteBuffer.wrap(bytes);
        } catch (ZipException | EOFException e) {
            throw new WeightsException("its zip archive is truncated or damaged");
        }
    }

    private long fileSize() {
        return Path.of(zip.getName()).toFile().length();
    }

    static boolean isLegacy(ByteBuffer file) {
        return file.limit() > MAGIC.length && file.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC));
    }

    static WeightFile openLegacy(ByteBuffer file) throws IOException {
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

    /** Skips the numbers of a storage and returns where they begin. */
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
