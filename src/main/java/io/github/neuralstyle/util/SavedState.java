package io.github.neuralstyle.util;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UTFDataFormatException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * Named texts, numbers and arrays that a file keeps to the bit: the name of the format, its version, the values, and a
 * checksum (CRC-32) of all before.
 */
public final class SavedState {

    private static final String NAME = "neural-style state";
    private static final int VERSION = 1, CHUNK = 1 << 14;

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, double[]> numbers = new LinkedHashMap<>();
    private final Map<String, float[]> arrays = new LinkedHashMap<>();

    public void put(String name, String text) {
        texts.put(name, text);
    }

    /** @param values copied */
    public void put(String name, double... values) {
        numbers.put(name, values.clone());
    }

    /** @param values not copied; null is left out */
    public void put(String name, float[] values) {
        if (values != null) arrays.put(name, values);
    }

    public Map<String, String> texts() {
        return texts;
    }

    /** @throws IllegalArgumentException if there are none of that name */
    public double[] numbers(String name) {
        return required(numbers, name);
    }

    /** @throws IllegalArgumentException if there are none of that name */
    public int whole(String name) {
        return (int) numbers(name)[0];
    }

    /** A copy of an array; null if there is none of that name. */
    public float[] array(String name) {
        return arrays.containsKey(name) ? arrays.get(name).clone() : null;
    }

    private static <T> T required(Map<String, T> values, String name) {
        T value = values.get(name);
        if (value == null) throw new IllegalArgumentException("The state has no " + name + ".");
        return value;
    }

    /** Writes a file, which appears complete or not at all. */
    public void write(Path file) throws IOException {
        OutputFile.write(file, partial -> {
            try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(partial))) {
                CheckedOutputStream checked = new CheckedOutputStream(stream, new CRC32());
                DataOutputStream out = new DataOutputStream(checked);
                write(out);
                out.writeLong(checked.getChecksum().getValue());
            }
        });
    }

    private void write(DataOutputStream out) throws IOException {
        out.writeUTF(NAME);
        out.writeInt(VERSION);
        out.writeInt(texts.size());
        for (Map.Entry<String, String> text : texts.entrySet()) {
            out.writeUTF(text.getKey());
            out.writeUTF(text.getValue());
        }
        out.writeInt(numbers.size());
        for (Map.Entry<String, double[]> entry : numbers.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeInt(entry.getValue().length);
            for (double value : entry.getValue()) out.writeDouble(value);
        }
        out.writeInt(arrays.size());
        ByteBuffer chunk = ByteBuffer.allocate(Float.BYTES * CHUNK);
        for (Map.Entry<String, float[]> entry : arrays.entrySet()) {
            float[] values = entry.getValue();
            out.writeUTF(entry.getKey());
            out.writeInt(values.length);
            for (int first = 0; first < values.length; first += CHUNK) {
                int count = Math.min(CHUNK, values.length - first);
                chunk.asFloatBuffer().put(values, first, count);
                out.write(chunk.array(), 0, Float.BYTES * count);
            }
        }
    }

    /** @throws IOException if the file cannot be read, is no state, is damaged, or of another version */
    public static SavedState read(Path file) throws IOException {
        String failure = "Cannot go on from " + file + ": ";
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(file))) {
            CheckedInputStream checked = new CheckedInputStream(stream, new CRC32());
            DataInputStream in = new DataInputStream(checked);
            byte[] start = new byte[2 + NAME.length()];
            in.readFully(start);
            if (!new String(start, 2, NAME.length(), StandardCharsets.US_ASCII).equals(NAME))
                throw new IOException(failure + "it is no state of a run; choose another file.");
            int version = in.readInt();
            if (version != VERSION)
                throw new IOException(failure + "it is of version " + version + ", and this program reads version "
                        + VERSION + "; use the program that wrote it, or begin anew with another file.");
            SavedState state = new SavedState();
            state.read(in, Files.size(file));
            long sum = checked.getChecksum().getValue();
            if (in.readLong() != sum || in.read() >= 0) throw new EOFException();
            return state;
        } catch (EOFException | UTFDataFormatException e) {
            throw new IOException(failure + "it is damaged; choose another file, or delete it to begin anew.", e);
        }
    }

    private void read(DataInputStream in, long size) throws IOException {
        for (int i = length(in, size); i > 0; i--) texts.put(in.readUTF(), in.readUTF());
        for (int i = length(in, size); i > 0; i--) {
            String name = in.readUTF();
            double[] values = new double[length(in, size / Double.BYTES)];
            for (int k = 0; k < values.length; k++) values[k] = in.readDouble();
            numbers.put(name, values);
        }
        ByteBuffer chunk = ByteBuffer.allocate(Float.BYTES * CHUNK);
        for (int i = length(in, size); i > 0; i--) {
            String name = in.readUTF();
            float[] values = new float[length(in, size / Float.BYTES)];
            for (int first = 0; first < values.length; first += CHUNK) {
                int count = Math.min(CHUNK, values.length - first);
                in.readFully(chunk.array(), 0, Float.BYTES * count);
                chunk.asFloatBuffer().get(values, first, count);
            }
            arrays.put(name, values);
        }
    }

    /** A length that the file can hold. */
    private static int length(DataInputStream in, long most) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > most) throw new EOFException();
        return length;
    }
}
