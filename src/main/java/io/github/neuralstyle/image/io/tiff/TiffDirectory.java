package io.github.neuralstyle.image.io.tiff;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** The tags of one page of a TIFF or BigTIFF file, or of EXIF data. */
public final class TiffDirectory {

    public static final int DESCRIPTION = 270, ORIENTATION = 274, X_RESOLUTION = 282, Y_RESOLUTION = 283;
    public static final int RESOLUTION_UNIT = 296, PROFILE = 34675;
    private static final int BYTE = 1, SHORT = 3, LONG = 4, RATIONAL = 5, SBYTE = 6, SSHORT = 8, SLONG = 9;
    private static final int SRATIONAL = 10, IFD = 13, LONG8 = 16, IFD8 = 18;
    private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};
    private static final int MAX_VALUES = 1 << 24;

    private record Entry(int type, long count, long position) {}

    private final ImageInputStream in;
    private final boolean big;
    private final Map<Integer, Entry> entries = new HashMap<>();
    private final long next;

    private TiffDirectory(ImageInputStream in, boolean big, long offset) throws IOException {
        this.in = in;
        this.big = big;
        in.seek(offset);
        long count = big ? in.readLong() : in.readUnsignedShort();
        long start = in.getStreamPosition();
        int length = big ? 20 : 12, inline = big ? 8 : 4;
        for (int i = 0; i < count; i++) {
            in.seek(start + (long) i * length);
            int tag = in.readUnsignedShort(), type = in.readUnsignedShort();
            long values = offset();
            if (type >= SIZES.length || SIZES[type] == 0) continue;
            long position = SIZES[type] * values <= inline ? in.getStreamPosition() : offset();
            entries.putIfAbsent(tag, new Entry(type, values, position));
        }
        in.seek(start + count * length);
        next = offset();
    }

    private long offset() throws IOException {
        return big ? in.readLong() : in.readUnsignedInt();
    }

    /** The first page. The stream is left in the byte order of the file. @throws IOException if it is no TIFF file */
    public static TiffDirectory first(ImageInputStream in) throws IOException {
        in.seek(0);
        in.setByteOrder(in.readByte() == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        in.skipBytes(1);
        int magic = in.readUnsignedShort();
        if (magic != 42 && magic != 43) throw new IOException("no TIFF");
        if (magic == 43) in.skipBytes(4);
        return new TiffDirectory(in, magic == 43, magic == 43 ? in.readLong() : in.readUnsignedInt());
    }

    /** The directory of EXIF data, which begin with a byte order. @throws IOException if they are none */
    public static TiffDirectory ofExif(byte[] exif) throws IOException {
        return first(new MemoryCacheImageInputStream(new ByteArrayInputStream(exif)));
    }

    /** The number of this page and those behind it, as far as they can be followed. */
    public int pages() {
        Set<Long> seen = new HashSet<>();
        try {
            for (TiffDirectory page = this; page.next != 0 && seen.add(page.next); )
                page = new TiffDirectory(in, big, page.next);
        } catch (IOException | IndexOutOfBoundsException end) {
            // A damaged chain ends here
        }
        return 1 + seen.size();
    }

    public boolean has(int tag) {
        return entries.containsKey(tag);
    }

    /** Whole numbers; null if there are none. */
    public long[] numbers(int tag) throws IOException {
        Entry entry = entries.get(tag);
        if (entry == null) return null;
        long[] numbers = new long[count(entry)];
        in.seek(entry.position);
        for (int i = 0; i < numbers.length; i++) numbers[i] = number(entry.type);
        return numbers;
    }

    private long number(int type) throws IOException {
        return switch (type) {
            case SHORT -> in.readUnsignedShort();
            case LONG, IFD -> in.readUnsignedInt();
            case LONG8, IFD8 -> in.readLong();
            case SBYTE -> in.readByte();
            case SSHORT -> in.readShort();
            case SLONG -> in.readInt();
            case BYTE -> in.readUnsignedByte();
            default -> throw new IOException("no whole number");
        };
    }

    /** The first of the whole numbers, or another if there are none. */
    public long number(int tag, long otherwise) throws IOException {
        long[] numbers = numbers(tag);
        return numbers == null || numbers.length == 0 ? otherwise : numbers[0];
    }

    /** A quotient; NaN if there is none. */
    public double quotient(int tag) throws IOException {
        Entry entry = entries.get(tag);
        if (entry == null || entry.type != RATIONAL && entry.type != SRATIONAL) return Double.NaN;
        in.seek(entry.position);
        return (double) in.readUnsignedInt() / in.readUnsignedInt();
    }

    /** A text; empty if there is none. */
    public String text(int tag) throws IOException {
        byte[] bytes = bytes(tag);
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8).replaceFirst("\0.*", "");
    }

    /** All bytes; null if there are none. */
    public byte[] bytes(int tag) throws IOException {
        Entry entry = entries.get(tag);
        if (entry == null) return null;
        byte[] bytes = new byte[count(entry) * SIZES[entry.type]];
        in.seek(entry.position);
        in.readFully(bytes);
        return bytes;
    }

    private static int count(Entry entry) throws IOException {
        if (entry.count < 0 || entry.count > MAX_VALUES) throw new IOException("too many values");
        return (int) entry.count;
    }
}
