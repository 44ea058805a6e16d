package org.carme.faces.accounting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.carme.accounting.Statement;
import org.carme.accounting.StatementBy;
import org.carme.accounting.StatementSum;
import org.carme.export.Download;
import org.carme.export.PdfReport;
import org.carme.faces.layout.Appearance;
import org.carme.quotas.SiteZone;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A statement to be printed or filed. */
@RequestScoped
class StatementPaper {
    @Inject
    StatementTexts texts;

    @Inject
    Appearance appearance;

    @Inject
    SiteZone zone;

    @Inject
    @ConfigProperty(name = "carme.site.name", defaultValue = "Carme")
    String site;

    /** @param whose whose statement it is, in words */
    Download of(Statement statement, String whose, List<StatementBy> breakdowns) {
        List<String> notes = new ArrayList<>();
        notes.add(site + " · " + whose);
        statement.until().ifPresent(until -> notes.add(texts.text("statement.until", time(until))));
        return PdfReport.of(
                new PdfReport.Head(site, texts.text("statement.of", texts.month(statement.month())), notes),
                breakdowns.stream().map(by -> table(statement, by)).toList());
    }

    private PdfReport.Table table(Statement statement, StatementBy by) {
        Stream<String> words = by == StatementBy.TYPE
                ? Stream.of(texts.text("statement.type"))
                : Stream.of(texts.text("statement.column." + by), texts.text("statement.type"));
        Stream<String> numbers = Stream.of("statement.jobs", "statement.acceleratorHours", "statement.cpuHours")
                .map(key -> texts.text(key));
        return new PdfReport.Table(
                texts.text("statement.by." + by),
                by == StatementBy.TYPE ? 1 : 2,
                Stream.concat(words, numbers).toList(),
                texts.rows(statement, by).stream().map(row -> cells(row, by)).toList(),
                total(statement, by));
    }

    private List<String> cells(StatementRow row, StatementBy by) {
        Stream<String> words =
                by == StatementBy.TYPE ? Stream.of(row.getTypeTitle()) : Stream.of(row.getName(), row.getTypeTitle());
        return Stream.concat(words, numbers(row.getSum())).toList();
    }

    private List<String> total(Statement statement, StatementBy by) {
        Stream<String> words = by == StatementBy.TYPE
                ? Stream.of(texts.text("statement.total"))
                : Stream.of(texts.text("statement.total"), "");
        return Stream.concat(words, numbers(statement.total())).toList();
    }

    private Stream<String> numbers(StatementSum sum) {
        return Stream.of(texts.count(sum.jobs()), texts.hours(sum.acceleratorHours()), texts.hours(sum.cpuHours()));
    }

    /** On paper there is no browser whose zone could be known. */
    private String time(Instant instant) {
        ZoneId place = zone.zone();
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .localizedBy(appearance.getLocale())
                        .format(instant.atZone(place))
                + " " + place.getId();
    }
}
