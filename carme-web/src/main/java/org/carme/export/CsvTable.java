package org.carme.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A table in UTF-8 as RFC 4180 has it, safe to open in a spreadsheet. */
public final class CsvTable {
    public static final String MEDIA_TYPE = "text/csv; charset=UTF-8";

    /** A spreadsheet of another country may take a semicolon for the end of a cell. */
    private static final Pattern FORMULA = Pattern.compile("(^|;)(?=[=+@\t\r-])");

    private final CSVPrinter printer;

    /** Writes the heading. */
    public CsvTable(OutputStream out, String... columns) throws IOException {
        printer = new CSVPrinter(
                new OutputStreamWriter(out, StandardCharsets.UTF_8),
                CSVFormat.RFC4180.builder().setHeader(columns).get());
    }

    /**
     * Adds a row. What a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection);
     * numbers stay numbers.
     */
    public void row(Object... values) throws IOException {
        printer.printRecord(Stream.of(values).map(CsvTable::harmless));
    }

    /** To be called once after the last row; the stream stays open. */
    public void end() throws IOException {
        printer.flush();
    }

    private static Object harmless(Object value) {
        return value instanceof String text ? FORMULA.matcher(text).replaceAll("$1'") : value;
    }
}
