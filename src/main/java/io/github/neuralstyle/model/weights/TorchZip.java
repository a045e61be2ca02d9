package io.github.neuralstyle.model.weights;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * What torch.save has written since PyTorch 1.6: a zip archive with a pickle and a file for each storage. Entries are read
 * in place, never unpacked.
 */
final class TorchZip {

    private static final String PICKLE = "/data.pkl";
    private static final int LONGEST_PICKLE = 1 << 22;

    private final ZipFile zip;
    private final String folder;

    private TorchZip(ZipFile zip) throws WeightsException {
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

    static WeightFile open(Path file) throws IOException {
        ZipFile zip = null;
        try {
            zip = new ZipFile(file.toFile());
            WeightFile opened = new TorchZip(zip).read();
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
        if (length > LONGEST_PICKLE)
            throw new WeightsException("its pickle has " + length + " bytes, more than that of any VGG");
        Object root = new Pickle(bytes("data.pkl", 0, length), torch).read();
        return new WeightFile("PyTorch (zip)", TorchTensors.flatten(root), zip);
    }

    /** Only entries as they are; a compressed one could be far larger than the file. */
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
}
