package org.carme.faces.utilisation;

import java.text.NumberFormat;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.carme.faces.layout.Texts;
import org.carme.utilisation.Load;
import org.carme.utilisation.Point;

/** The numbers behind the curves, in the reader's language: those of now, and all of them for whoever points at a time. */
final class Legend {
    private static final String NOTHING = "–";

    private final List<Instant> times;
    private final Texts texts;
    private final NumberFormat numbers;

    Legend(List<Instant> times, Texts texts, NumberFormat numbers) {
        this.times = List.copyOf(times);
        this.texts = texts;
        this.numbers = numbers;
    }

    /** @return a row for each subject, with what is in use and what waits */
    List<LegendRow> compared(List<Subject> subjects) {
        List<LegendRow> rows = new ArrayList<>();
        for (Subject subject : subjects) {
            rows.add(new LegendRow(
                    subject.title(),
                    "line " + Drawing.dash(rows.size()) + " " + subject.style(),
                    List.of(
                            figure(
                                    subject,
                                    load -> number(load.used()) + "/" + number(load.total()),
                                    texts.text("utilisation.used")),
                            figure(subject, this::queued, texts.text("utilisation.queued")))));
        }
        return rows;
    }

    /** @return a row for each part of the subject */
    List<LegendRow> divided(Subject subject) {
        return List.of(
                row(subject, "used", "area " + subject.style(), load -> number(load.used())),
                row(subject, "free", "area free", load -> number(load.free())),
                row(subject, "down", "area down", load -> number(load.down())),
                row(subject, "queued", "line dash-0 " + subject.style(), this::queued));
    }

    private LegendRow row(Subject subject, String part, String style, Function<Load, String> value) {
        return new LegendRow(texts.text("utilisation.part." + part), style, List.of(figure(subject, value, "")));
    }

    private Figure figure(Subject subject, Function<Load, String> value, String unit) {
        Map<Instant, String> values = new HashMap<>();
        subject.points().forEach(point -> values.put(point.at(), value.apply(point.load())));
        return new Figure(
                present(subject).map(value).orElse(NOTHING),
                times.stream().map(time -> values.getOrDefault(time, NOTHING)).collect(Collectors.joining("|")),
                unit);
    }

    /** @return the first of the forecast, else the last sample */
    private static Optional<Load> present(Subject subject) {
        return subject.coming().stream()
                .findFirst()
                .or(() -> subject.past().stream().reduce((first, second) -> second))
                .map(Point::load);
    }

    private String queued(Load load) {
        return load.queued().isPresent() ? number(load.queued().getAsDouble()) : NOTHING;
    }

    private String number(double value) {
        return numbers.format(value);
    }
}
