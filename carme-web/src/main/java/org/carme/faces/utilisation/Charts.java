package org.carme.faces.utilisation;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.carme.faces.layout.Appearance;
import org.carme.faces.layout.Texts;
import org.carme.faces.layout.TypeTexts;
import org.carme.utilisation.Load;
import org.carme.utilisation.Point;
import org.carme.utilisation.TypeSeries;

/** Draws charts in the reader's language. */
@RequestScoped
class Charts {
    private static final String TOTAL_STYLE = "type-total";

    @Inject
    TypeTexts types;

    @Inject
    Texts texts;

    @Inject
    Appearance appearance;

    /** @return all types beside each other */
    Chart compared(Span span) {
        List<Subject> subjects = span.coming().isEmpty()
                ? subjects(span, span.past().types())
                : subjects(span, span.coming().types());
        Plot use = new Plot(drawing(span).compared(subjects), percents().format(1));
        return chart(span, use, subjects, legend(subjects).compared(subjects));
    }

    /** @return one type by its parts */
    Chart divided(Span span, String type) {
        Subject subject = new Subject(
                types.title(type),
                types.style(type),
                points(span.past().types(), type),
                points(span.coming().types(), type));
        return divided(span, subject);
    }

    /** @return all accelerators together by their parts */
    Chart total(Span span) {
        return divided(
                span,
                new Subject(
                        texts.text("utilisation.total"),
                        TOTAL_STYLE,
                        span.past().accelerators().points(),
                        span.coming().accelerators().points()));
    }

    private Chart divided(Span span, Subject subject) {
        double most = Math.max(1, subject.mostOf(Load::total));
        Plot use = new Plot(drawing(span).divided(subject, most), numbers().format(most));
        List<Subject> subjects = List.of(subject);
        return chart(span, use, subjects, legend(subjects).divided(subject));
    }

    private Chart chart(Span span, Plot use, List<Subject> subjects, List<LegendRow> legend) {
        double most = subjects.stream()
                .mapToDouble(subject -> subject.mostOf(load -> load.queued().orElse(0)))
                .max()
                .orElse(0);
        return new Chart(
                use,
                new Plot(
                        drawing(span).queues(subjects, Math.max(1, most)),
                        numbers().format(most)),
                new Chart.TimeAxis(
                        span.past().from().toEpochMilli(),
                        span.end().toEpochMilli(),
                        span.axis().ticks(span.range().minutesBetweenTicks(), tickFormat(span.range())),
                        span.range() == Range.FORECAST
                                ? span.axis().percent(span.past().to())
                                : ""),
                times(subjects).stream().map(Instant::toEpochMilli).toList(),
                legend);
    }

    /** @return the table that says the same */
    List<TableRow> rows(Span span, Chart chart) {
        DateTimeFormatter format = format(span.range().isLong() ? "utilisation.dayAndTime" : "utilisation.time");
        return chart.rows().stream()
                .map(place -> {
                    Instant at = Instant.ofEpochMilli(chart.times().get(place));
                    return new TableRow(
                            span.axis().time(at, format), at.isAfter(span.past().to()), chart.cells(place));
                })
                .toList();
    }

    private List<Subject> subjects(Span span, List<TypeSeries> all) {
        return all.stream()
                .map(TypeSeries::type)
                .map(type -> new Subject(
                        types.title(type),
                        types.style(type),
                        points(span.past().types(), type),
                        points(span.coming().types(), type)))
                .filter(subject -> subject.mostOf(Load::total) > 0)
                .toList();
    }

    private static List<Point> points(List<TypeSeries> all, String type) {
        return all.stream()
                .filter(series -> series.type().equals(type))
                .findFirst()
                .map(TypeSeries::points)
                .orElse(List.of());
    }

    private static Drawing drawing(Span span) {
        return new Drawing(
                Course.ofMeans(span.axis(), span.past().step()),
                Course.ofMoments(span.axis(), span.coming().step()));
    }

    private Legend legend(List<Subject> subjects) {
        return new Legend(times(subjects), texts, numbers());
    }

    private static List<Instant> times(List<Subject> subjects) {
        return subjects.stream()
                .flatMap(Subject::points)
                .map(Point::at)
                .distinct()
                .sorted()
                .toList();
    }

    private DateTimeFormatter tickFormat(Range range) {
        if (range == Range.DAYS_30) {
            return format("utilisation.date");
        }
        return format(range == Range.DAYS_7 ? "utilisation.day" : "utilisation.time");
    }

    private DateTimeFormatter format(String key) {
        return DateTimeFormatter.ofPattern(texts.text(key), appearance.getLocale());
    }

    private NumberFormat numbers() {
        NumberFormat numbers = NumberFormat.getInstance(appearance.getLocale());
        numbers.setMaximumFractionDigits(1);
        return numbers;
    }

    private NumberFormat percents() {
        return NumberFormat.getPercentInstance(appearance.getLocale());
    }
}
