-- What jobs used by their own agents' word. A job's row comes with its first sample; ended_at is set, and the shares are
-- worked out, once the job has ended. step_seconds: how far apart samples are kept; null: none are.
CREATE TABLE usage_jobs (
    job_id BIGINT NOT NULL PRIMARY KEY,
    ended_at BIGINT,
    step_seconds INT,
    gpu_percent DOUBLE,
    gpu_memory_percent DOUBLE,
    cpu_percent DOUBLE,
    memory_percent DOUBLE
);
CREATE INDEX usage_jobs_by_end ON usage_jobs (step_seconds, ended_at);

-- what the job has on a node, by the agent's word
CREATE TABLE usage_nodes (
    job_id BIGINT NOT NULL,
    node_index INT NOT NULL,
    cpus INT,
    memory_bytes BIGINT,
    gpu_names VARCHAR(4000) NOT NULL,
    PRIMARY KEY (job_id, node_index)
);

-- gpus: number:percent:bytes:bytes in all of each, empty where the agent cannot tell
CREATE TABLE usage_samples (
    job_id BIGINT NOT NULL,
    node_index INT NOT NULL,
    sampled_at BIGINT NOT NULL,
    cpu_millis INT,
    memory_bytes BIGINT,
    gpu_percent DOUBLE,
    gpu_memory_percent DOUBLE,
    gpus VARCHAR(4000) NOT NULL,
    PRIMARY KEY (job_id, node_index, sampled_at)
);
