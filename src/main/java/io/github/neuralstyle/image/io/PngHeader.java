package io.github.neuralstyle.image.io;

import io.github.neuralstyle.image.io.tiff.TiffDirectory;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.InflaterInputStream;
import javax.imageio.stream.ImageInputStream;

/** The chunks of a PNG file besides its image. ImageIO gives neither its orientation nor its colour space. */
final class PngHeader {

    private static final Set<String> WANTED = Set.of("eXIf", "iCCP", "sRGB", "gAMA", "cHRM", "pHYs", "tEXt", "acTL");
    private static final double UNIT = 100000;
    private static final int SIGNATURE = 8, MAX_BYTES = 1 << 24, MAX_DPI = 20000;

    /** Exponents of files that mean sRGB, and how much rounding there is in what programs write. */
    private static final double SRGB_GAMMA = 0.45455, TOLERANCE = 0.01;

    private static final double[] SRGB = {0.3127, 0.329, 0.64, 0.33, 0.3, 0.6, 0.15, 0.06};

    private PngHeader() {}

    static ImageHeader read(ImageInputStream in) throws IOException {
        Map<String, byte[]> chunks = chunks(in);
        byte[] exif = chunks.get("eXIf"), size = chunks.get("pHYs"), frames = chunks.get("acTL");
        return new ImageHeader(
                exif == null ? Orientation.NORMAL : orientation(exif),
                size == null || size[8] != 1 ? null : pixelSize(ByteBuffer.wrap(size)),
                profile(chunks),
                frames == null ? 1 : ByteBuffer.wrap(frames).getInt(),
                text(chunks.get("tEXt")));
    }

    private static Map<String, byte[]> chunks(ImageInputStream in) throws IOException {
        Map<String, byte[]> chunks = new HashMap<>();
        try {
            for (long at = SIGNATURE; ; ) {
                in.seek(at);
                long length = in.readUnsignedInt();
                byte[] type = new byte[4];
                in.readFully(type);
                String name = new String(type, StandardCharsets.US_ASCII);
                if (name.equals("IEND")) return chunks;
                if (WANTED.contains(name) && length < MAX_BYTES) {
                    byte[] data = new byte[(int) length];
                    in.readFully(data);
                    if (!name.equals("tEXt") || !text(data).isEmpty()) chunks.putIfAbsent(name, data);
                }
                at += length + 12;
            }
        } catch (EOFException truncated) {
            return chunks;
        }
    }

    private static Orientation orientation(byte[] exif) {
        try {
            return TiffHeader.orientation(TiffDirectory.ofExif(exif));
        } catch (IOException damaged) {
            return Orientation.NORMAL;
        }
    }

    private static PixelSize pixelSize(ByteBuffer perMetre) {
        double x = perMetre.getInt(), y = perMetre.getInt(), inch = 0.0254;
        // Whole dots per inch become fractions per metre
        boolean dpi = x * inch < MAX_DPI && Math.abs(x * inch - Math.rint(x * inch)) < inch;
        return dpi
                ? PixelSize.of(Math.rint(x * inch), Math.rint(y * inch), PixelSize.INCH)
                : PixelSize.of(x / 100, y / 100, PixelSize.CENTIMETRE);
    }

    private static String text(byte[] chunk) {
        if (chunk == null) return "";
        String text = new String(chunk, StandardCharsets.ISO_8859_1), start = ImageNotes.KEY + "\0";
        return text.startsWith(start) ? text.substring(start.length()) : "";
    }

    /** A profile counts before the name sRGB, and both before gamma and chromaticities, as the PNG specification says. */
    private static ICC_Profile profile(Map<String, byte[]> chunks) throws IOException {
        byte[] profile = chunks.get("iCCP"), gamma = chunks.get("gAMA"), colours = chunks.get("cHRM");
        if (profile != null) return inflated(profile);
        if (chunks.containsKey("sRGB") || gamma == null) return null;
        double exponent = ByteBuffer.wrap(gamma).getInt() / UNIT;
        double[] xy = SRGB.clone();
        if (colours != null) {
            ByteBuffer buffer = ByteBuffer.wrap(colours);
            for (int i = 0; i < xy.length; i++) xy[i] = buffer.getInt() / UNIT;
        }
        boolean srgb = Math.abs(exponent - SRGB_GAMMA) < TOLERANCE;
        for (int i = 0; i < xy.length; i++) srgb &= Math.abs(xy[i] - SRGB[i]) < TOLERANCE;
        return srgb || exponent <= 0 ? null : ColorProfiles.of(xy, 1 / exponent);
    }

    private static ICC_Profile inflated(byte[] chunk) throws IOException {
        int name = 0;
        while (chunk[name] != 0) name++;
        try (InflaterInputStream in =
                new InflaterInputStream(new ByteArrayInputStream(chunk, name + 2, chunk.length - name - 2))) {
            return ICC_Profile.getInstance(in.readAllBytes());
        }
    }
}
