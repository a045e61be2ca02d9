package io.github.neuralstyle.batch;

import io.github.neuralstyle.util.Messages;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table as spreadsheets write it: cells separated by commas, semicolons or tabs, whichever the heading has; in UTF-8 or
 * UTF-16 with a byte order mark, UTF-8 without, or else Windows-1252. A first line such as {@code sep=;}, which
 * spreadsheets write and hide, says the separator. Blank rows are left out.
 *
 * @param columns the names in the first row, in lower case
 * @param rows the further rows
 * @param delimiter what separates cells
 */
record CsvTable(List<String> columns, List<Row> rows, char delimiter) {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(false)
            .get();

    private static final Pattern SEPARATOR = Pattern.compile("\"?sep=([,;\t])\"?\\R", Pattern.CASE_INSENSITIVE);

    /**
     * One row.
     *
     * @param number as a spreadsheet counts: the heading is row 1
     * @param cells by the names of their columns
     */
    record Row(int number, Map<String, String> cells) {}

    /** @throws IOException if it is no such file */
    static CsvTable read(Path file) throws IOException {
        try {
            String text = text(Files.readAllBytes(file));
            Matcher separator = SEPARATOR.matcher(text);
            char delimiter = separator.lookingAt() ? separator.group(1).charAt(0) : delimiter(text);
            if (separator.lookingAt()) text = text.substring(separator.end());
            try (CSVParser parser = CSVParser.parse(
                    new StringReader(text),
                    FORMAT.builder().setDelimiter(delimiter).get())) {
                return read(parser.getRecords(), delimiter);
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new IOException(
                    "Cannot read " + file + ": it is no table with a heading (" + Messages.firstSentence(e.getMessage())
                            + "); save it as CSV (UTF-8).",
                    e);
        }
    }

    private static String text(byte[] bytes) {
        if (startsWith(bytes, 0xff, 0xfe) || startsWith(bytes, 0xfe, 0xff))
            return new String(bytes, StandardCharsets.UTF_16);
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString()
                    .replaceFirst("^\uFEFF", "");
        } catch (CharacterCodingException otherSpreadsheet) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xff) == first && (bytes[1] & 0xff) == second;
    }

    /** The most frequent one of the first line, outside of quotes. */
    private static char delimiter(String text) {
        String heading = text.lines().findFirst().orElse("").replaceAll("\"[^\"]*\"", "");
        char found = ',';
        for (char delimiter : new char[] {';', '\t'})
            if (count(heading, delimiter) > count(heading, found)) found = delimiter;
        return found;
    }

    private static long count(String text, char character) {
        return text.chars().filter(c -> c == character).count();
    }

    private static CsvTable read(List<CSVRecord> records, char delimiter) {
        if (records.isEmpty()) throw new IllegalArgumentException("it is empty");
        List<String> columns = new ArrayList<>();
        for (String name : records.get(0)) {
            String column = name.toLowerCase(Locale.ROOT);
            if (columns.contains(column)) throw new IllegalArgumentException("it has two columns " + column);
            columns.add(column);
        }
        List<Row> rows = new ArrayList<>();
        for (CSVRecord record : records.subList(1, records.size()))
            if (!record.stream().allMatch(String::isBlank)) rows.add(row(record, columns));
        return new CsvTable(columns, rows, delimiter);
    }

    private static Row row(CSVRecord record, List<String> columns) {
        int number = (int) record.getRecordNumber();
        if (record.size() != columns.size())
            throw new IllegalArgumentException(
                    "row " + number + " has " + record.size() + " cells and the heading " + columns.size());
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < columns.size(); i++) cells.put(columns.get(i), record.get(i));
        return new Row(number, cells);
    }
}
