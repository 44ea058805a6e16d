package org.carme.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PdfReportTest {
    private static final PdfReport.Head HEAD =
            new PdfReport.Head("Universität Nord", "Abrechnung für November 2026", List.of("Alle Benutzer"));

    @Test
    void repeatsHeadingsAndNumbersPages() throws IOException {
        List<List<String>> rows = IntStream.range(0, 150)
                .mapToObj(row -> List.of("user" + row, "a100", "1", "2.00"))
                .toList();
        List<String> pages = pages(new PdfReport.Table(
                "By user",
                2,
                List.of("User", "Type", "Jobs", "Hours"),
                rows,
                List.of("Together", "", "150", "300.00")));

        assertThat(pages)
                .hasSizeGreaterThan(2)
                .allSatisfy(page -> assertThat(page).contains("User", "Hours", "Universität Nord"));
        assertThat(pages.get(0)).contains("Abrechnung für November 2026", "Alle Benutzer", "1 / ");
        assertThat(pages.get(pages.size() - 1)).contains("user149", "Together", "300.00", pages.size() + " / ");
    }

    @Test
    void writesNamesOfManyLanguages() throws IOException {
        PdfReport.Table table = new PdfReport.Table(
                "Projects", 1, List.of("Project", "Hours"), List.of(List.of("Ähre Κύμα Волна", "1")), List.of("", "1"));
        assertThat(pages(table))
                .singleElement()
                .satisfies(page -> assertThat(page).contains("Ähre", "Κύμα", "Волна"));
    }

    @Test
    void makesAReportOfNothing() throws IOException {
        assertThat(pages(new PdfReport.Table(
                        "Nothing", 1, List.of("User", "Jobs"), List.of(), List.of("Together", "0"))))
                .singleElement()
                .satisfies(page -> assertThat(page).contains("Together"));
    }

    private static List<String> pages(PdfReport.Table table) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfReport.of(HEAD, List.of(table)).writeTo(out);
        PdfReader reader = new PdfReader(out.toByteArray());
        PdfTextExtractor text = new PdfTextExtractor(reader);
        List<String> pages = new ArrayList<>();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            pages.add(text.getTextFromPage(page));
        }
        return pages;
    }
}
