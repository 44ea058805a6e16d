package org.carme.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.carme.jobs.HistoryQuery;
import org.carme.jobs.JobHistory;
import org.carme.jobs.JobPage;
import org.carme.jobs.JobSummary;

/** A user's ended jobs as a table, read in parts however many they are. */
@ApplicationScoped
public class HistoryExport {
    private static final int PART = 200;

    @Inject
    JobHistory history;

    /** @param zone in which times are written, with its offset */
    public Download of(String user, HistoryQuery query, ZoneId zone) {
        return out -> write(user, query, zone, out);
    }

    private void write(String user, HistoryQuery query, ZoneId zone, OutputStream out) throws IOException {
        CsvTable table = new CsvTable(
                out,
                zone,
                "id",
                "slurmJobId",
                "name",
                "template",
                "project",
                "image",
                "imageVersion",
                "acceleratorType",
                "acceleratorsPerNode",
                "nodes",
                "nodeNames",
                "outcome",
                "reason",
                "submittedAt",
                "startedAt",
                "endedAt",
                "seconds");
        Optional<String> cursor = Optional.empty();
        do {
            JobPage page = history.ended(user, query, PART, cursor);
            for (JobSummary job : page.jobs()) {
                addRow(table, job);
            }
            cursor = page.next();
        } while (cursor.isPresent());
        table.end();
    }

    private static void addRow(CsvTable table, JobSummary job) throws IOException {
        Instant ended = job.endedAt().orElseThrow();
        table.row(
                job.id().value(),
                job.slurmJobId().orElse(null),
                job.name(),
                job.template(),
                job.project().orElse(null),
                job.image(),
                job.imageVersion(),
                job.acceleratorType().orElse("cpu"),
                job.acceleratorsPerNode(),
                job.nodes(),
                String.join(" ", job.nodeNames()),
                job.outcome().orElseThrow(),
                job.reason(),
                job.submittedAt(),
                job.startedAt().orElse(null),
                ended,
                job.startedAt()
                        .map(started -> Duration.between(started, ended).toSeconds())
                        .orElse(0L));
    }
}
