-- the end of a job's log; position: where in the log what is kept of it ends
CREATE TABLE job_logs (
    job_id BIGINT NOT NULL PRIMARY KEY,
    position BIGINT NOT NULL,
    tail MEDIUMBLOB NOT NULL,
    written_at BIGINT,
    watched_until BIGINT NOT NULL
);
CREATE INDEX job_logs_by_watch ON job_logs (watched_until);
