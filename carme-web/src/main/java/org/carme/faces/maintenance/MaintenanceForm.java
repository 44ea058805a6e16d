package org.carme.faces.maintenance;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.carme.faces.layout.FieldTime;
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
                FieldTime.of("end", end, zone),
                Stream.of(Optional.ofNullable(allowed).orElse("").split("[,\\s]+"))
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    /** @return empty: at once */
    Optional<Instant> begin() {
        return FieldTime.of("begin", begin, zone);
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
