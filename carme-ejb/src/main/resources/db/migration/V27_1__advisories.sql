-- one row: which check readers see, and whether somebody has asked for another one
CREATE TABLE advisory_head (
    id INT NOT NULL PRIMARY KEY,
    current_check BIGINT,
    wanted_at BIGINT NOT NULL
);
INSERT INTO advisory_head (id, current_check, wanted_at) VALUES (1, NULL, 0);

CREATE TABLE advisory_checks (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    started_at BIGINT NOT NULL,
    -- the last sign of life of a check that runs
    seen_at BIGINT NOT NULL,
    ended_at BIGINT,
    outcome VARCHAR(8) NOT NULL,
    read_count INT NOT NULL,
    concerned_count INT NOT NULL,
    skipped_count INT NOT NULL,
    -- urgent ones of active versions that the check before did not find
    new_count INT NOT NULL,
    told BOOLEAN NOT NULL
);
CREATE TABLE advisory_sources (
    check_id BIGINT NOT NULL,
    name VARCHAR(255) NOT NULL,
    read_count INT NOT NULL,
    newest_at BIGINT NOT NULL,
    PRIMARY KEY (check_id, name),
    FOREIGN KEY (check_id) REFERENCES advisory_checks (id) ON DELETE CASCADE
);
CREATE TABLE advisory_skips (
    check_id BIGINT NOT NULL,
    reason VARCHAR(16) NOT NULL,
    skipped INT NOT NULL,
    examples VARCHAR(2000) NOT NULL,
    PRIMARY KEY (check_id, reason),
    FOREIGN KEY (check_id) REFERENCES advisory_checks (id) ON DELETE CASCADE
);

-- what checks have found; those of earlier checks are removed before the next one, not while anybody reads them
CREATE TABLE advisories (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    check_id BIGINT NOT NULL,
    code VARCHAR(100) NOT NULL,
    severity INT NOT NULL,
    summary VARCHAR(500) NOT NULL,
    names VARCHAR(2000) NOT NULL,
    UNIQUE (check_id, code)
);
CREATE TABLE advisory_names (
    check_id BIGINT NOT NULL,
    name VARCHAR(100) NOT NULL,
    advisory_id BIGINT NOT NULL,
    PRIMARY KEY (check_id, name, advisory_id)
);
CREATE TABLE advisory_findings (
    check_id BIGINT NOT NULL,
    package_id BIGINT NOT NULL,
    advisory_id BIGINT NOT NULL,
    fixed VARCHAR(255) NOT NULL,
    -- whether others say the same of the package
    doubled BOOLEAN NOT NULL,
    PRIMARY KEY (check_id, package_id, advisory_id),
    FOREIGN KEY (package_id) REFERENCES packages (id)
);
CREATE INDEX advisory_findings_by_advisory ON advisory_findings (advisory_id, package_id);
CREATE TABLE advisory_counts (
    check_id BIGINT NOT NULL,
    version_id BIGINT NOT NULL,
    severity INT NOT NULL,
    found INT NOT NULL,
    PRIMARY KEY (check_id, version_id, severity),
    FOREIGN KEY (version_id) REFERENCES image_contents (version_id) ON DELETE CASCADE
);
