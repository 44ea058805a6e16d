-- runs of jobs as Slurm's accounting has them once they have ended; the key is the accounting's own
CREATE TABLE accounted_runs (
    slurm_job_id VARCHAR(32) NOT NULL,
    submitted_at BIGINT NOT NULL,
    cluster_name VARCHAR(64) NOT NULL,
    owner VARCHAR(64) NOT NULL,
    account VARCHAR(64) NOT NULL,
    partition_name VARCHAR(64) NOT NULL,
    -- what Carme has charged it to, empty for what was sent past it
    project VARCHAR(64) NOT NULL,
    group_name VARCHAR(128) NOT NULL,
    accelerator_type VARCHAR(64) NOT NULL,
    accelerators BIGINT NOT NULL,
    cpus BIGINT NOT NULL,
    started_at BIGINT NOT NULL,
    ended_at BIGINT NOT NULL,
    PRIMARY KEY (slurm_job_id, submitted_at, cluster_name)
);
CREATE INDEX accounted_runs_by_end ON accounted_runs (ended_at, started_at);
CREATE INDEX accounted_runs_by_owner ON accounted_runs (owner, ended_at);

-- what the runs come to, by days of the site's time zone
CREATE TABLE usage_days (
    usage_day VARCHAR(10) NOT NULL,
    owner VARCHAR(64) NOT NULL,
    project VARCHAR(64) NOT NULL,
    group_name VARCHAR(128) NOT NULL,
    accelerator_type VARCHAR(64) NOT NULL,
    partition_name VARCHAR(64) NOT NULL,
    accelerator_seconds BIGINT NOT NULL,
    cpu_seconds BIGINT NOT NULL,
    jobs BIGINT NOT NULL,
    PRIMARY KEY (usage_day, owner, project, group_name, accelerator_type, partition_name)
);
CREATE INDEX usage_days_by_owner ON usage_days (owner, usage_day);
CREATE INDEX usage_days_by_project ON usage_days (project, usage_day);

-- days of which a run has come or changed since they were summed up
CREATE TABLE usage_days_due (
    usage_day VARCHAR(10) NOT NULL PRIMARY KEY
);

-- one row, locked by whoever writes any of these tables; 0: nothing was imported yet
CREATE TABLE accounting_mark (
    id INT NOT NULL PRIMARY KEY,
    imported_until BIGINT NOT NULL,
    window_seconds BIGINT NOT NULL,
    longest_millis BIGINT NOT NULL,
    zone VARCHAR(64) NOT NULL,
    looked_back_on VARCHAR(10) NOT NULL
);
INSERT INTO accounting_mark (id, imported_until, window_seconds, longest_millis, zone, looked_back_on)
VALUES (1, 0, 3600, 0, '', '');
