-- jobs of Slurm that were not sent by Carme; ids can be given out twice, so the time of submission is part of the name
CREATE TABLE outside_jobs (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version BIGINT NOT NULL,
    slurm_job_id VARCHAR(32) NOT NULL,
    submitted_at BIGINT NOT NULL,
    owner VARCHAR(64) NOT NULL,
    account VARCHAR(64) NOT NULL,
    tasks BIGINT NOT NULL,
    node_count BIGINT NOT NULL,
    accelerator_type VARCHAR(64) NOT NULL,
    accelerators BIGINT NOT NULL,
    limit_seconds BIGINT NOT NULL,
    started_at BIGINT,
    ended_at BIGINT,
    UNIQUE (slurm_job_id, submitted_at)
);
CREATE INDEX outside_jobs_by_owner ON outside_jobs (owner, ended_at);
CREATE INDEX outside_jobs_by_account ON outside_jobs (account, ended_at);
CREATE INDEX outside_jobs_by_end ON outside_jobs (ended_at);

-- one row: until when such jobs are known; 0: nobody has looked yet
CREATE TABLE outside_look (
    id INT NOT NULL PRIMARY KEY,
    looked_at BIGINT NOT NULL
);
INSERT INTO outside_look (id, looked_at) VALUES (1, 0);
