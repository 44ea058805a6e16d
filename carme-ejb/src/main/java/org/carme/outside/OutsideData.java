package org.carme.outside;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.carme.users.PersonalData;

/** Jobs that were sent past Carme as data about a person. They are forgotten by their age in any case. */
@ApplicationScoped
class OutsideData implements PersonalData {
    private static final int PART = 200;

    @Inject
    OutsideJobRepository jobs;

    @Override
    public String section() {
        return "outside-jobs";
    }

    @Override
    public Set<String> people() {
        return Set.of();
    }

    @Override
    public long count(String user) {
        return jobs.countEnded(user);
    }

    @Override
    public Part part(String user, Optional<String> cursor) {
        List<OutsideJob> found = jobs.of(user, cursor.map(Long::valueOf).orElse(0L), PART);
        return new Part(
                found.stream().map(OutsideJob::json).toList(),
                found.size() < PART
                        ? Optional.empty()
                        : Optional.of(Long.toString(found.get(PART - 1).id())));
    }

    /** What has not ended is Slurm's matter, and ends. */
    @Override
    public void forget(String user, String pseudonym) {
        jobs.renameEnded(user, pseudonym);
    }
}
