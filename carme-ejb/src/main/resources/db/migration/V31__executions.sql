-- portals that run batch jobs: one whose beats no longer rise is dead
CREATE TABLE batch_portals (
    id VARCHAR(36) NOT NULL PRIMARY KEY,
    host VARCHAR(255) NOT NULL,
    -- machine and name space in which the number of the process counts
    place VARCHAR(128) NOT NULL,
    process BIGINT NOT NULL,
    beats BIGINT NOT NULL
);

-- which execution of a job runs: whoever starts one locks this row
CREATE TABLE batch_slots (
    job VARCHAR(64) NOT NULL PRIMARY KEY,
    portal VARCHAR(36) NOT NULL,
    -- 0 while it is about to be started
    execution BIGINT NOT NULL,
    taken_at BIGINT NOT NULL
);

-- what the batch runtime does not know of its executions, beside its own tables
CREATE TABLE batch_executions (
    execution BIGINT NOT NULL PRIMARY KEY,
    job VARCHAR(64) NOT NULL,
    portal VARCHAR(36) NOT NULL,
    host VARCHAR(255) NOT NULL,
    cause VARCHAR(16) NOT NULL,
    started_by VARCHAR(64) NOT NULL,
    parameters VARCHAR(4000) NOT NULL,
    begun_at BIGINT NOT NULL,
    -- milliseconds
    time_limit BIGINT,
    stop_wanted_at BIGINT,
    stop_wanted_by VARCHAR(64),
    verdict VARCHAR(16),
    failed_step VARCHAR(64),
    failure VARCHAR(1000),
    log_lines INT NOT NULL
);
CREATE INDEX batch_executions_by_user ON batch_executions (started_by);

CREATE TABLE batch_steps (
    execution BIGINT NOT NULL,
    step VARCHAR(64) NOT NULL,
    read_count BIGINT NOT NULL,
    write_count BIGINT NOT NULL,
    skip_count BIGINT NOT NULL,
    done BIGINT NOT NULL,
    -- 0 if nobody knows
    total BIGINT NOT NULL,
    PRIMARY KEY (execution, step),
    FOREIGN KEY (execution) REFERENCES batch_executions (execution) ON DELETE CASCADE
);

CREATE TABLE batch_log (
    execution BIGINT NOT NULL,
    number INT NOT NULL,
    written_at BIGINT NOT NULL,
    step VARCHAR(64) NOT NULL,
    words VARCHAR(1000) NOT NULL,
    PRIMARY KEY (execution, number),
    FOREIGN KEY (execution) REFERENCES batch_executions (execution) ON DELETE CASCADE
);

CREATE TABLE batch_skips (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    execution BIGINT NOT NULL,
    step VARCHAR(64) NOT NULL,
    item VARCHAR(500) NOT NULL,
    reason VARCHAR(1000) NOT NULL,
    skipped_at BIGINT NOT NULL,
    retry BIGINT,
    FOREIGN KEY (execution) REFERENCES batch_executions (execution) ON DELETE CASCADE
);
