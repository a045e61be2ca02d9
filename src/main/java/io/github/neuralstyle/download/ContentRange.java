package io.github.neuralstyle.download;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which bytes of a file an answer holds, from the header {@code Content-Range} (RFC 9110).
 *
 * @param first byte
 * @param last byte
 * @param total bytes of the file, or {@link RemoteFile#UNKNOWN}
 */
record ContentRange(long first, long last, long total) {

    private static final Pattern BYTES = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");

    /** Returns null if the header is none. */
    static ContentRange parse(String header) {
        Matcher m = BYTES.matcher(header.strip());
        if (!m.matches()) return null;
        return new ContentRange(
                Long.parseLong(m.group(1)),
                Long.parseLong(m.group(2)),
                m.group(3).equals("*") ? RemoteFile.UNKNOWN : Long.parseLong(m.group(3)));
    }

    /** Whether it goes from a byte to the end. */
    boolean isRestFrom(long byteIndex) {
        return first == byteIndex && last >= first && (total == RemoteFile.UNKNOWN || last == total - 1);
    }
}
