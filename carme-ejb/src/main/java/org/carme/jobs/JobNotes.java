package org.carme.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.carme.common.InvalidRequestException;
import org.carme.messages.Kind;
import org.carme.messages.MessageService;

/** What commands inside a job tell its owner: as messages, which may go on as mail, and so not without end. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class JobNotes {
    static final int MOST = 20;
    static final Duration WITHIN = Duration.ofHours(1);
    private static final String KEY = "job-says";

    @Inject
    JobRepository jobs;

    @Inject
    JobNews news;

    @Inject
    MessageService messages;

    @Inject
    Clock clock;

    /**
     * Tells the job's owner; line ends and other control characters become spaces.
     *
     * @throws TooManyNotesException if the job has told enough
     */
    public void tell(JobId id, String text) {
        String note = text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        if (note.isEmpty() || note.length() > Job.REASON_LENGTH) {
            throw new InvalidRequestException("invalid-request.note", Job.REASON_LENGTH);
        }
        // Locked, so that several at a time are counted one after the other.
        Job job = jobs.lock(id).orElseThrow(() -> new JobNotFoundException(id));
        Instant since = clock.instant().minus(WITHIN);
        if (messages.toldSince(job.summary().owner(), KEY, id.value(), since) >= MOST) {
            throw new TooManyNotesException();
        }
        news.tell(job, Kind.INFO, KEY, note);
    }
}
