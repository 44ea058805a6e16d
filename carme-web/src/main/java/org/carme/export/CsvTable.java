package org.carme.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** A table in UTF-8 as RFC 4180 has it, safe to open in a spreadsheet. */
public final class CsvTable {
    public static final String MEDIA_TYPE = "text/csv; charset=UTF-8";

    /** A spreadsheet of another country may take a semicolon for the end of a cell. */
    private static final Pattern FORMULA = Pattern.compile("(^|;)(?=[=+@\t\r-])");

    private final ZoneId zone;
    private final CSVPrinter printer;

    /**
     * Writes the heading.
     *
     * @param zone where the reader's clock is: times have its offset
     */
    public CsvTable(OutputStream out, ZoneId zone, String... columns) throws IOException {
        this.zone = zone;
        printer = new CSVPrinter(
                new OutputStreamWriter(out, StandardCharsets.UTF_8),
                CSVFormat.RFC4180.builder().setHeader(columns).get());
    }

    /**
     * Adds a row. What a spreadsheet would take for a formula gets an apostrophe in front (OWASP, CSV injection);
     * numbers stay numbers.
     */
    public void row(Object... values) throws IOException {
        printer.printRecord(Stream.of(values).map(this::shown));
    }

    /** To be called once after the last row; the stream stays open. */
    public void end() throws IOException {
        printer.flush();
    }

    private Object shown(Object value) {
        if (value instanceof Instant at) {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(zone));
        }
        return value instanceof String text ? FORMULA.matcher(text).replaceAll("$1'") : value;
    }
}
