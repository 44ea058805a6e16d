package org.carme.faces.maintenance;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carme.common.InvalidRequestException;
import org.carme.maintenance.MaintenancePlan;

/** What stands in the form: times as the browser's fields have them, in the reader's time zone. */
public class MaintenanceForm implements Serializable {
    private static final long serialVersionUID = 1L;

    private String message;
    private String begin;
    private String end;
    private String allowed;
    private String zone;

    /** The page's script shows the times, because only the browser knows the reader's time zone. */
    void fill(Optional<MaintenancePlan> plan) {
        message = plan.map(MaintenancePlan::message).orElse("");
        begin = "";
        end = "";
        allowed = plan.map(known -> String.join(", ", known.allowed())).orElse("");
    }

    MaintenancePlan plan(Instant now) {
        return new MaintenancePlan(
                Optional.ofNullable(message).orElse(""),
                begin().orElse(now),
                instant("end", end),
                Stream.of(Optional.ofNullable(allowed).orElse("").split("[,\\s]+"))
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** @return empty: at once */
    Optional<Instant> begin() {
        return instant("begin", begin);
    }

    private Optional<Instant> instant(String field, String text) {
        try {
            return Optional.ofNullable(text)
                    .filter(given -> !given.isBlank())
                    .map(given -> LocalDateTime.parse(given).atZone(zone()).toInstant());
        } catch (DateTimeException e) {
            throw new InvalidRequestException("invalid-request.time", field);
        }
    }

    private ZoneId zone() {
        return Optional.ofNullable(zone)
                .filter(given -> !given.isBlank())
                .map(ZoneId::of)
                .orElse(ZoneOffset.UTC);
    }

    public String getMessage() {
        return message;
    }

    public void setMessage(String message) {
        this.message = message;
    }

    public String getBegin() {
        return begin;
    }

    public void setBegin(String begin) {
        this.begin = begin;
    }

    public String getEnd() {
        return end;
    }

    public void setEnd(String end) {
        this.end = end;
    }

    public String getAllowed() {
        return allowed;
    }

    public void setAllowed(String allowed) {
        this.allowed = allowed;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }
}
