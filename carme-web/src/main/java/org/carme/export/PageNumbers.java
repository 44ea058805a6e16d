package org.carme.export;

import com.lowagie.text.Document;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;

/** The foot of each page: whose report it is, and which page of how many, which is known last. */
final class PageNumbers extends PdfPageEventHelper {
    private static final float SIZE = 8;
    private static final float BELOW = 20;
    private static final float WIDTH = 40;

    private final BaseFont font;
    private final String site;
    private PdfTemplate count;

    PageNumbers(BaseFont font, String site) {
        this.font = font;
        this.site = site;
    }

    @Override
    public void onOpenDocument(PdfWriter writer, Document document) {
        count = writer.getDirectContent().createTemplate(WIDTH, SIZE + BELOW);
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        Rectangle page = document.getPageSize();
        float foot = document.bottomMargin() - BELOW;
        PdfContentByte content = writer.getDirectContent();
        show(content, site, document.leftMargin(), foot);
        String number = writer.getPageNumber() + " / ";
        float right = page.getRight(document.rightMargin()) - WIDTH / 2;
        show(content, number, right - font.getWidthPoint(number, SIZE), foot);
        content.addTemplate(count, right, foot);
    }

    @Override
    public void onCloseDocument(PdfWriter writer, Document document) {
        show(count, String.valueOf(writer.getPageNumber() - 1), 0, 0);
    }

    private void show(PdfContentByte content, String text, float left, float foot) {
        content.beginText();
        content.setFontAndSize(font, SIZE);
        content.setTextMatrix(left, foot);
        content.showText(text);
        content.endText();
    }
}
