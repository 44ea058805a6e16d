package org.carme.faces.schedules;

import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.carme.common.InvalidRequestException;
import org.carme.schedules.Schedule;
import org.carme.schedules.WantedSchedule;

/** What stands in the form. */
public class ScheduleForm implements Serializable {
    private static final long serialVersionUID = 1L;

    private String cron;
    private String zone;
    private String jitter;
    private boolean enabled;
    private String catchUp;
    private String blackouts;
    private Map<String, String> parameters = new TreeMap<>();

    void fill(Schedule schedule) {
        WantedSchedule kept = WantedSchedule.of(schedule);
        cron = kept.cron();
        zone = kept.zone();
        jitter = Long.toString(kept.jitterMinutes());
        enabled = kept.enabled();
        catchUp = kept.catchUp();
        blackouts = kept.blackouts();
        parameters = new TreeMap<>(kept.parameters());
    }

    WantedSchedule wanted() {
        return new WantedSchedule(text(cron), text(zone), minutes(), enabled, text(catchUp), text(blackouts), told());
    }

    /** @return the parameters as they stand in the form, saved or not */
    Map<String, String> told() {
        Map<String, String> told = new TreeMap<>();
        parameters.forEach((name, value) -> told.put(name, text(value)));
        return told;
    }

    private long minutes() {
        try {
            return text(jitter).isBlank() ? 0 : Long.parseLong(jitter.strip());
        } catch (NumberFormatException e) {
            throw InvalidRequestException.about("jitterMinutes", "invalid-request.jitter", 60);
        }
    }

    private static String text(String typed) {
        return Optional.ofNullable(typed).orElse("");
    }

    public String getCron() {
        return cron;
    }

    public void setCron(String cron) {
        this.cron = cron;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }

    public String getJitter() {
        return jitter;
    }

    public void setJitter(String jitter) {
        this.jitter = jitter;
    }

    public boolean isEnabled() {
        return enabled;
    }

    public void setEnabled(boolean enabled) {
        this.enabled = enabled;
    }

    public String getCatchUp() {
        return catchUp;
    }

    public void setCatchUp(String catchUp) {
        this.catchUp = catchUp;
    }

    public String getBlackouts() {
        return blackouts;
    }

    public void setBlackouts(String blackouts) {
        this.blackouts = blackouts;
    }

    public Map<String, String> getParameters() {
        return parameters;
    }
}
