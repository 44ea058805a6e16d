-- jobs that have something to do with an image before their services start
CREATE TABLE builds (
    job_id BIGINT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL,
    kind VARCHAR(16) NOT NULL,
    owner VARCHAR(64) NOT NULL,
    by_manager BOOLEAN NOT NULL,
    base_image VARCHAR(64) NOT NULL,
    base_version VARCHAR(32) NOT NULL,
    source VARCHAR(1000) NOT NULL,
    source_digest VARCHAR(71),
    image VARCHAR(64) NOT NULL,
    image_version VARCHAR(32) NOT NULL,
    -- image and version as long as nobody else may make the same
    reserved VARCHAR(100) UNIQUE,
    location VARCHAR(1000) NOT NULL,
    steps LONGTEXT NOT NULL,
    format VARCHAR(16),
    recipe LONGTEXT NOT NULL,
    state VARCHAR(16) NOT NULL,
    failure VARCHAR(16),
    detail VARCHAR(500) NOT NULL,
    progress LONGTEXT NOT NULL,
    last_lines LONGTEXT NOT NULL,
    digest VARCHAR(71),
    size_bytes BIGINT,
    created_at BIGINT NOT NULL,
    ended_at BIGINT,
    made_version BIGINT,
    offered_at BIGINT,
    FOREIGN KEY (job_id) REFERENCES jobs (id)
);
CREATE INDEX builds_by_owner ON builds (owner);

-- what a job has found inside, compressed, until it is said of a version
CREATE TABLE build_contents (
    job_id BIGINT NOT NULL PRIMARY KEY,
    document LONGBLOB NOT NULL,
    FOREIGN KEY (job_id) REFERENCES builds (job_id) ON DELETE CASCADE
);
