-- the group through which its owner was allowed to start it; nobody's for jobs of earlier versions
ALTER TABLE jobs ADD COLUMN charged_group VARCHAR(128);
CREATE INDEX jobs_by_group ON jobs (charged_group, ended_at);

CREATE TABLE quotas (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version BIGINT NOT NULL,
    subject_kind VARCHAR(16) NOT NULL,
    subject_name VARCHAR(128) NOT NULL,
    resource VARCHAR(20) NOT NULL,
    accelerator_type VARCHAR(64) NOT NULL,
    period VARCHAR(16) NOT NULL,
    quota_limit BIGINT NOT NULL,
    carry_over BOOLEAN NOT NULL,
    UNIQUE (subject_kind, subject_name, resource, accelerator_type, period)
);
