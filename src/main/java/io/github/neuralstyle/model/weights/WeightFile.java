package io.github.neuralstyle.model.weights;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The arrays of a file, by their names. Only arrays are read: no graph is loaded and no pickled code is executed.
 *
 * @param format the name of the file format, for messages
 * @param resource what must stay open while arrays are read
 */
public record WeightFile(String format, Map<String, StoredTensor> tensors, Closeable resource) implements Closeable {

    private static final int TAR_MAGIC = 257;

    /** Smaller files are not mapped: on Windows a mapped file cannot be deleted until the garbage collection. */
    private static final int MAPPED_FROM = 1 << 22;

    WeightFile(String format, Map<String, StoredTensor> tensors) {
        this(format, tensors, () -> {});
    }

    /**
     * Opens a file, or the folder of a SavedModel. The format is detected by content, not by name.
     *
     * @throws WeightsException with a clause, if the format is unknown or the file damaged
     */
    static WeightFile open(Path file) throws IOException {
        if (Files.isDirectory(file)) return TensorBundle.open(file);
        if (!Files.isRegularFile(file)) throw new WeightsException("there is no such file");
        ByteBuffer bytes = map(file);
        if (starts(bytes, "\211HDF\r\n\032\n")) return Hdf5.open(bytes);
        if (starts(bytes, "PK\3\4")) return TorchFile.openZip(file);
        if (TorchFile.isLegacy(bytes)) return TorchFile.openLegacy(bytes);
        if (Safetensors.isOne(bytes)) return Safetensors.open(bytes);
        if (bytes.limit() > TAR_MAGIC + 5 && starts(bytes.slice(TAR_MAGIC, 5), "ustar"))
            throw new WeightsException("it is a tar archive, as PyTorch wrote before version 0.2"
                    + "; load it with torch.load and write it again with torch.save");
        throw new WeightsException("its content is none of HDF5 (.h5), safetensors and PyTorch (.pth)"
                + (bytes.limit() < 10_000 ? "; was the download interrupted, or is it a page of a web site" : ""));
    }

    private static boolean starts(ByteBuffer bytes, String magic) {
        byte[] expected = magic.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.limit() >= expected.length
                && bytes.slice(0, expected.length).equals(ByteBuffer.wrap(expected));
    }

    /** The content of a file, little-endian; large files are mapped. */
    static ByteBuffer map(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            if (channel.size() > Integer.MAX_VALUE) throw new WeightsException("it has over 2 GB, which no VGG has");
            ByteBuffer bytes = channel.size() < MAPPED_FROM
                    ? ByteBuffer.wrap(Files.readAllBytes(file))
                    : channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
            return bytes.order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    @Override
    public void close() throws IOException {
        resource.close();
    }
}
