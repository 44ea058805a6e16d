CREATE TABLE certificate_authorities (
    name VARCHAR(16) NOT NULL PRIMARY KEY,
    certificate VARCHAR(4000) NOT NULL,
    sealed_key VARCHAR(1000) NOT NULL
);

-- what a job's nodes have in hand until they have a token; gone when the job has ended
CREATE TABLE bootstrap_secrets (
    hash VARCHAR(64) NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL,
    job_id BIGINT NOT NULL,
    node_index INT NOT NULL,
    uses INT NOT NULL,
    used_run INT,
    used_by VARCHAR(255),
    used_at BIGINT
);
CREATE INDEX bootstrap_secrets_by_job ON bootstrap_secrets (job_id);

CREATE TABLE job_agents (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version BIGINT NOT NULL,
    job_id BIGINT NOT NULL,
    job_key VARCHAR(26) NOT NULL,
    owner VARCHAR(64) NOT NULL,
    node_index INT NOT NULL,
    run INT NOT NULL,
    address VARCHAR(45) NOT NULL,
    token_hash VARCHAR(64) NOT NULL UNIQUE,
    port INT,
    report_number BIGINT NOT NULL,
    seen_at BIGINT,
    changed_at BIGINT NOT NULL,
    UNIQUE (job_id, node_index)
);
CREATE INDEX job_agents_by_key ON job_agents (job_key);
CREATE INDEX job_agents_by_change ON job_agents (changed_at);

-- with what the gateway needs of the declaration under which the service was started: that may have changed since
CREATE TABLE job_services (
    agent_id BIGINT NOT NULL,
    name VARCHAR(32) NOT NULL,
    title VARCHAR(100) NOT NULL,
    icon VARCHAR(64) NOT NULL,
    open_path VARCHAR(255) NOT NULL,
    strip BOOLEAN NOT NULL,
    secret_header VARCHAR(64),
    secret_value VARCHAR(255),
    state VARCHAR(16) NOT NULL,
    detail VARCHAR(1000) NOT NULL,
    PRIMARY KEY (agent_id, name),
    FOREIGN KEY (agent_id) REFERENCES job_agents (id) ON DELETE CASCADE
);
