-- when jobs were said to start, to tell how good such estimates are
CREATE TABLE start_estimates (
    job_id BIGINT NOT NULL PRIMARY KEY,
    made_at BIGINT NOT NULL,
    starts_at BIGINT NOT NULL
);
CREATE INDEX start_estimates_by_time ON start_estimates (made_at);
