package org.carme.schedules;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which batch jobs there are; the batch module says so when it starts. */
@ApplicationScoped
public class JobCatalogue {
    private volatile SortedMap<String, ScheduledJob> jobs = new TreeMap<>();

    public void fill(Collection<ScheduledJob> present) {
        SortedMap<String, ScheduledJob> found = new TreeMap<>();
        present.forEach(job -> found.put(job.name(), job));
        jobs = found;
    }

    /** @return by name */
    Collection<ScheduledJob> all() {
        return jobs.values();
    }

    /** @return empty if there is none, also before the batch module has told */
    public Optional<ScheduledJob> find(String name) {
        return Optional.ofNullable(jobs.get(name));
    }

    /** @throws JobNotFoundException if there is none */
    ScheduledJob get(String name) {
        return find(name).orElseThrow(() -> new JobNotFoundException(name));
    }
}
