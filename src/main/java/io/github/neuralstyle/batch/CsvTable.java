package io.github.neuralstyle.batch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * A table in a comma-separated file in UTF-8, with or without a byte order mark.
 *
 * @param columns the names in the first line
 * @param rows the cells of each further line by the names of their columns
 */
record CsvTable(List<String> columns, List<Map<String, String>> rows) {

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreSurroundingSpaces(true)
            .setIgnoreEmptyLines(true)
            .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
            .get();

    /** @throws IOException if it is no such file */
    static CsvTable read(Path file) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            reader.mark(1);
            if (reader.read() != '\uFEFF') reader.reset();
            return read(CSVParser.parse(reader, FORMAT));
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            throw new IOException(
                    "Cannot read " + file + ": it is no CSV file in UTF-8 with a header and commas ("
                            + e.getMessage().split("\\.? *\\R|\\. ")[0] + "); save it as one.",
                    e);
        }
    }

    private static CsvTable read(CSVParser parser) {
        List<Map<String, String>> rows = new ArrayList<>();
        for (CSVRecord record : parser) {
            if (!record.isConsistent())
                throw new IllegalArgumentException("row " + record.getRecordNumber() + " has " + record.size()
                        + " cells and the header " + parser.getHeaderNames().size());
            rows.add(record.toMap());
        }
        return new CsvTable(parser.getHeaderNames(), rows);
    }
}
