package io.github.neuralstyle;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The arrays of a NumPy .npz file, little-endian float32 or float64, as doubles. */
public final class Npz {

    /** @param values row-major */
    public record Array(int[] shape, double[] values) {

        public float[] floats() {
            float[] floats = new float[values.length];
            for (int i = 0; i < floats.length; i++) floats[i] = (float) values[i];
            return floats;
        }

        /** One of the parts along the first axis. */
        public double[] part(int index) {
            int length = values.length / shape[0];
            return Arrays.copyOfRange(values, index * length, (index + 1) * length);
        }
    }

    private static final Pattern HEADER =
            Pattern.compile("'descr': '<f([48])'.*'fortran_order': False.*'shape': \\(([0-9, ]*)\\)");

    private final Map<String, Array> arrays = new HashMap<>();

    /** Reads a file that lies beside a class. */
    public Npz(Class<?> beside, String name) throws IOException, URISyntaxException {
        try (ZipFile zip = new ZipFile(Path.of(beside.getResource(name).toURI()).toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries()))
                arrays.put(
                        entry.getName().replaceFirst("\\.npy$", ""),
                        array(zip.getInputStream(entry).readAllBytes()));
        }
    }

    public Array get(String name) {
        Array array = arrays.get(name);
        if (array == null) throw new IllegalArgumentException("no array " + name);
        return array;
    }

    private static Array array(byte[] file) {
        ByteBuffer buffer = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).position(8);
        byte[] header = new byte[buffer.getShort()];
        buffer.get(header);
        Matcher matcher = HEADER.matcher(new String(header, StandardCharsets.US_ASCII));
        if (!matcher.find()) throw new IllegalArgumentException(new String(header, StandardCharsets.US_ASCII));
        boolean single = matcher.group(1).equals("4");
        double[] values = new double[buffer.remaining() / (single ? 4 : 8)];
        for (int i = 0; i < values.length; i++) values[i] = single ? buffer.getFloat() : buffer.getDouble();
        return new Array(
                Pattern.compile("[0-9]+")
                        .matcher(matcher.group(2))
                        .results()
                        .mapToInt(r -> Integer.parseInt(r.group()))
                        .toArray(),
                values);
    }
}
