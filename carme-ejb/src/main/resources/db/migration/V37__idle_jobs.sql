-- when a job was last used, as its agents say, where its project lets idle jobs be stopped
CREATE TABLE idle_jobs (
    job_id BIGINT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL,
    used_at BIGINT NOT NULL,
    -- when the agent on its first node last said so
    heard_at BIGINT NOT NULL,
    -- since its owner was told: when it is stopped unless it is used
    ends_at BIGINT,
    FOREIGN KEY (job_id) REFERENCES jobs (id) ON DELETE CASCADE
);
