CREATE TABLE canary_runs (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    started_at BIGINT NOT NULL,
    -- the last sign of life of one that runs
    seen_at BIGINT NOT NULL,
    ended_at BIGINT,
    failed_stage VARCHAR(20),
    trouble VARCHAR(500) NOT NULL
);
CREATE TABLE canary_stages (
    run_id BIGINT NOT NULL,
    stage VARCHAR(20) NOT NULL,
    millis BIGINT NOT NULL,
    PRIMARY KEY (run_id, stage),
    FOREIGN KEY (run_id) REFERENCES canary_runs (id) ON DELETE CASCADE
);
