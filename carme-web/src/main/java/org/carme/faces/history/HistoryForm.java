package org.carme.faces.history;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.carme.faces.layout.Address;
import org.carme.faces.layout.Days;
import org.carme.images.ImageReference;
import org.carme.jobs.HistoryQuery;
import org.carme.jobs.JobOutcome;

/** What is looked for, as the address of the page has it; a choice that does not exist is none. */
public class HistoryForm {
    private String text;
    private String outcome;
    private String type;
    private String image;
    private String period;
    private String from;
    private String to;
    private String zone;

    /** Days win over the period: whoever typed them meant them. */
    HistoryQuery query() {
        ZoneId place = Days.zone(zone);
        LocalDate today = LocalDate.now(place);
        Optional<HistoryPeriod> chosen = from == null && to == null ? chosenPeriod() : Optional.empty();
        return new HistoryQuery(
                named(JobOutcome.values(), outcome),
                Optional.ofNullable(type),
                Optional.empty(),
                Optional.ofNullable(image).map(ImageReference::of),
                Optional.ofNullable(text),
                chosen.map(span -> span.from(today).atStartOfDay(place).toInstant())
                        .or(() -> Optional.ofNullable(from).map(day -> Days.begin(day, 0, place))),
                chosen.map(span -> span.to(today).atStartOfDay(place).toInstant())
                        .or(() -> Optional.ofNullable(to).map(day -> Days.begin(day, 1, place))));
    }

    /** @return whether anything is looked for */
    public boolean isFilled() {
        return !query().equals(HistoryQuery.ALL);
    }

    /** @return the same as part of an address, each with an ampersand behind */
    public String getAddress() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("text", text);
        values.put("outcome", outcome);
        values.put("type", type);
        values.put("image", image);
        values.put("period", period);
        values.put("from", from);
        values.put("to", to);
        values.put("zone", zone);
        return Address.of(values);
    }

    private Optional<HistoryPeriod> chosenPeriod() {
        return named(HistoryPeriod.values(), period);
    }

    private static <E extends Enum<E>> Optional<E> named(E[] all, String name) {
        return Stream.of(all).filter(one -> one.name().equals(name)).findFirst();
    }

    private static String orNull(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = orNull(text);
    }

    public String getOutcome() {
        return outcome;
    }

    public void setOutcome(String outcome) {
        this.outcome = orNull(outcome);
    }

    public String getType() {
        return type;
    }

    public void setType(String type) {
        this.type = orNull(type);
    }

    public String getImage() {
        return image;
    }

    public void setImage(String image) {
        this.image = orNull(image);
    }

    public String getPeriod() {
        return period;
    }

    public void setPeriod(String period) {
        this.period = orNull(period);
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = orNull(from);
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = orNull(to);
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = orNull(zone);
    }
}
