package org.carme.joblogs;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.carme.jobs.JobId;

/** What is kept of a job's log: the last 64 KiB that have come. */
@Entity
@Table(name = "job_logs")
class JobLog {
    static final int KEPT = 64 * 1024;

    @Id
    @Column(name = "job_id")
    private long jobId;

    private long position;
    private byte[] tail;

    @Column(name = "written_at")
    private Instant writtenAt;

    @Column(name = "watched_until")
    private Instant watchedUntil;

    /** For JPA. */
    protected JobLog() {}

    JobLog(JobId job) {
        jobId = job.value();
        tail = new byte[0];
        watchedUntil = Instant.EPOCH;
    }

    /** What does not follow on what is there begins anew: much was left out, or the log was emptied. */
    void append(LogPiece piece, Instant now) {
        byte[] data = piece.data();
        long begin = position - tail.length;
        boolean follows = piece.offset() >= begin && piece.offset() <= position;
        int before = follows ? (int) (piece.offset() - begin) : 0;
        byte[] whole = Arrays.copyOf(tail, before + data.length);
        System.arraycopy(data, 0, whole, before, data.length);
        tail = Arrays.copyOfRange(whole, Math.max(0, whole.length - KEPT), whole.length);
        position = piece.offset() + data.length;
        writtenAt = now;
    }

    void watch(Instant until) {
        watchedUntil = until;
    }

    LogTail tail() {
        return new LogTail(LogText.of(tail), position > tail.length, Optional.ofNullable(writtenAt));
    }
}
