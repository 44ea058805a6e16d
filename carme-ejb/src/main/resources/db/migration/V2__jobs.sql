CREATE TABLE images (
    name VARCHAR(64) NOT NULL PRIMARY KEY,
    title VARCHAR(128) NOT NULL,
    description VARCHAR(1000) NOT NULL
);

CREATE TABLE resource_templates (
    name VARCHAR(64) NOT NULL PRIMARY KEY,
    group_name VARCHAR(128) NOT NULL,
    partition_name VARCHAR(64) NOT NULL,
    account VARCHAR(64),
    qos VARCHAR(64),
    max_jobs INT NOT NULL,
    max_nodes INT NOT NULL,
    max_minutes INT NOT NULL,
    default_minutes INT NOT NULL,
    cpus_per_accelerator INT NOT NULL,
    megabytes_per_accelerator BIGINT NOT NULL
);

CREATE TABLE template_accelerators (
    template_name VARCHAR(64) NOT NULL,
    accelerator_type VARCHAR(64) NOT NULL,
    max_per_node INT NOT NULL,
    PRIMARY KEY (template_name, accelerator_type),
    FOREIGN KEY (template_name) REFERENCES resource_templates (name)
);

CREATE TABLE template_images (
    template_name VARCHAR(64) NOT NULL,
    image_name VARCHAR(64) NOT NULL,
    PRIMARY KEY (template_name, image_name),
    FOREIGN KEY (template_name) REFERENCES resource_templates (name),
    FOREIGN KEY (image_name) REFERENCES images (name)
);

-- one row per user who ever started a job: locked first, so that his simultaneous starts queue up
CREATE TABLE start_locks (
    user_name VARCHAR(64) NOT NULL PRIMARY KEY
);

CREATE TABLE jobs (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version BIGINT NOT NULL,
    job_key VARCHAR(26) NOT NULL UNIQUE,
    tag VARCHAR(64) NOT NULL UNIQUE,
    owner VARCHAR(64) NOT NULL,
    owner_uid BIGINT NOT NULL,
    name VARCHAR(100) NOT NULL,
    template_name VARCHAR(64) NOT NULL,
    accelerator_type VARCHAR(64),
    accelerators_per_node INT NOT NULL,
    node_count INT NOT NULL,
    image VARCHAR(64) NOT NULL,
    limit_seconds BIGINT NOT NULL,
    idempotency_key VARCHAR(128),
    state VARCHAR(16) NOT NULL,
    outcome VARCHAR(16),
    reason VARCHAR(500) NOT NULL,
    slurm_job_id VARCHAR(32),
    node_names VARCHAR(4000) NOT NULL,
    restarts INT NOT NULL,
    services_ready BOOLEAN NOT NULL,
    submitted_at BIGINT NOT NULL,
    sent_at BIGINT,
    cancel_requested_at BIGINT,
    started_at BIGINT,
    ends_at BIGINT,
    ended_at BIGINT,
    UNIQUE (owner, idempotency_key)
);
CREATE INDEX jobs_by_owner ON jobs (owner, ended_at, id);
CREATE INDEX jobs_by_state ON jobs (state, sent_at);
CREATE INDEX jobs_by_slurm_id ON jobs (slurm_job_id);

CREATE TABLE messages (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    user_name VARCHAR(64) NOT NULL,
    kind VARCHAR(16) NOT NULL,
    message_key VARCHAR(64) NOT NULL,
    subject VARCHAR(100) NOT NULL,
    detail VARCHAR(500) NOT NULL,
    job_id BIGINT,
    created_at BIGINT NOT NULL,
    unread BOOLEAN NOT NULL
);
CREATE INDEX messages_by_user ON messages (user_name, id);
CREATE INDEX messages_by_age ON messages (created_at);
