package org.carme.accounting;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.carme.cluster.SchedulerJob;

/** How a run is found again in the accounting, which is asked for times. */
record AccountedName(String job, Instant end) {
    static AccountedName of(SchedulerJob job) {
        return of(job.id(), job.endsAt().orElseThrow());
    }

    static AccountedName of(String job, Instant end) {
        return new AccountedName(job, end.truncatedTo(ChronoUnit.SECONDS));
    }

    /** The number may be missing. */
    static AccountedName parse(String text) {
        int space = text.lastIndexOf(' ');
        return new AccountedName(text.substring(0, space), Instant.parse(text.substring(space + 1)));
    }

    String text() {
        return job + " " + end;
    }
}
