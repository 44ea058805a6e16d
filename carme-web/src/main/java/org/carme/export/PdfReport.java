package org.carme.export;

import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.Element;
import com.lowagie.text.Font;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** Tables on paper: A4, headings repeated on each page, pages numbered. */
public final class PdfReport {
    public static final String MEDIA_TYPE = "application/pdf";

    private static final float MARGIN = 50;
    private static final float TITLE = 18;
    private static final float HEADING = 12;
    private static final float TEXT = 9;
    private static final float PADDING = 4;
    private static final float GAP = 16;
    private static final float LINE = 0.5f;
    private static final Color GREY = new Color(0x55, 0x5F, 0x6B);

    private final BaseFont base;

    /**
     * What stands above the tables.
     *
     * @param site whose report it is: at the foot of each page
     * @param notes a line each
     */
    public record Head(String site, String title, List<String> notes) {}

    /**
     * A table.
     *
     * @param words how many of the columns are words, to the left; the others are numbers
     * @param last the row of sums
     */
    public record Table(String heading, int words, List<String> columns, List<List<String>> rows, List<String> last) {}

    private PdfReport() throws IOException {
        base = font();
    }

    /** The library brings a free font for Latin, Greek and Cyrillic; the fonts of PDF itself know Latin alone. */
    private static BaseFont font() throws IOException {
        String name = "font-fallback/LiberationSans-Regular.ttf";
        try (InputStream file = Document.class.getClassLoader().getResourceAsStream(name)) {
            return BaseFont.createFont(
                    "LiberationSans.ttf", BaseFont.IDENTITY_H, BaseFont.EMBEDDED, true, file.readAllBytes(), null);
        }
    }

    public static Download of(Head head, List<Table> tables) {
        return out -> {
            PdfReport report = new PdfReport();
            Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
            try {
                PdfWriter writer = PdfWriter.getInstance(document, out);
                writer.setCloseStream(false);
                writer.setPageEvent(new PageNumbers(report.base, head.site()));
                document.addTitle(head.title());
                document.addCreator("Carme");
                document.open();
                report.write(document, head, tables);
                document.close();
            } catch (DocumentException e) {
                throw new IOException("The report cannot be made", e);
            }
        };
    }

    private void write(Document document, Head head, List<Table> tables) {
        document.add(new Paragraph(head.title(), font(TITLE, Color.BLACK)));
        head.notes().forEach(note -> document.add(new Paragraph(note, font(TEXT, GREY))));
        for (Table table : tables) {
            Paragraph heading = new Paragraph(table.heading(), font(HEADING, Color.BLACK));
            heading.setSpacingBefore(GAP);
            heading.setSpacingAfter(PADDING);
            heading.setKeepTogether(true);
            document.add(heading);
            document.add(of(table));
        }
    }

    private PdfPTable of(Table table) {
        PdfPTable all = new PdfPTable(table.columns().size());
        all.setWidthPercentage(100);
        all.setHeaderRows(1);
        row(all, table, table.columns(), font(TEXT, GREY), Rectangle.BOTTOM);
        table.rows().forEach(cells -> row(all, table, cells, font(TEXT, Color.BLACK), Rectangle.NO_BORDER));
        row(all, table, table.last(), font(TEXT, Color.BLACK), Rectangle.TOP);
        return all;
    }

    private static void row(PdfPTable all, Table table, List<String> cells, Font font, int border) {
        for (int column = 0; column < cells.size(); column++) {
            PdfPCell cell = new PdfPCell(new Phrase(cells.get(column), font));
            cell.setBorder(border);
            cell.setBorderWidth(LINE);
            cell.setPadding(PADDING);
            cell.setHorizontalAlignment(column < table.words() ? Element.ALIGN_LEFT : Element.ALIGN_RIGHT);
            all.addCell(cell);
        }
    }

    private Font font(float size, Color colour) {
        return new Font(base, size, Font.NORMAL, colour);
    }
}
