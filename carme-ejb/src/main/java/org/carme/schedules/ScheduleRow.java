package org.carme.schedules;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an administrator has said of one job. */
@Entity
@Table(name = "batch_schedules")
class ScheduleRow {
    @Id
    private String job;

    @Version
    private long version;

    private String cron;

    private String zone;

    @Column(name = "jitter_seconds")
    private int jitter;

    private boolean enabled;

    @Column(name = "catch_up")
    private String catchUp;

    private String blackouts;

    private String parameters;

    /** For JPA. */
    protected ScheduleRow() {}

    ScheduleRow(String job) {
        this.job = job;
    }

    void change(Schedule wanted) {
        cron = wanted.cron().text();
        zone = wanted.zone().getId();
        jitter = (int) wanted.jitter().toSeconds();
        enabled = wanted.enabled();
        catchUp = wanted.catchUp().word();
        blackouts = Blackout.text(wanted.blackouts());
        parameters = stored(wanted.parameters());
    }

    String job() {
        return job;
    }

    long version() {
        return version;
    }

    Schedule schedule() {
        return new Schedule(
                Cron.of(cron),
                ZoneId.of(zone),
                Duration.ofSeconds(jitter),
                enabled,
                CatchUp.of(catchUp),
                Blackout.parse(blackouts),
                parameters(parameters));
    }

    static String stored(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("\n"));
    }

    private static SortedMap<String, String> parameters(String stored) {
        SortedMap<String, String> found = new TreeMap<>();
        Stream.of(stored.split("\n"))
                .filter(line -> !line.isEmpty())
                .map(line -> line.split("=", 2))
                .forEach(line -> found.put(line[0], line[1]));
        return found;
    }
}
