package org.carme.faces.audit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.carme.audit.AuditAction;
import org.carme.audit.AuditQuery;
import org.carme.faces.layout.Address;
import org.carme.faces.layout.Days;

/** What is looked for, as the address of the page has it: days are those of the reader's time zone. */
public class AuditForm {
    private String actor;
    private String action;
    private String object;
    private String from;
    private String to;
    private String zone;

    AuditQuery query() {
        return new AuditQuery(
                given(actor),
                given(action).map(AuditAction::of),
                given(object),
                given(from).map(day -> Days.begin(day, 0, Days.zone(zone))),
                given(to).map(day -> Days.begin(day, 1, Days.zone(zone))));
    }

    /** @return whether anything is looked for */
    public boolean isFilled() {
        return !query().equals(AuditQuery.ALL);
    }

    /** @return the same as part of an address, each with an ampersand behind */
    public String getAddress() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("actor", actor);
        values.put("action", action);
        values.put("object", object);
        values.put("from", from);
        values.put("to", to);
        values.put("zone", zone);
        return Address.of(values);
    }

    private static Optional<String> given(String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    public String getActor() {
        return actor;
    }

    public void setActor(String actor) {
        this.actor = actor;
    }

    public String getAction() {
        return action;
    }

    public void setAction(String action) {
        this.action = action;
    }

    public String getObject() {
        return object;
    }

    public void setObject(String object) {
        this.object = object;
    }

    public String getFrom() {
        return from;
    }

    public void setFrom(String from) {
        this.from = from;
    }

    public String getTo() {
        return to;
    }

    public void setTo(String to) {
        this.to = to;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }
}
