-- images have versions; what was there before is version 1 of each, without a runtime
ALTER TABLE images MODIFY COLUMN description VARCHAR(4000) NOT NULL;
ALTER TABLE images ADD COLUMN owner VARCHAR(64) DEFAULT '' NOT NULL;
ALTER TABLE images ADD COLUMN version BIGINT DEFAULT 0 NOT NULL;

-- who may use an image; nobody in either table: everybody
CREATE TABLE image_groups (
    image_name VARCHAR(64) NOT NULL,
    group_name VARCHAR(128) NOT NULL,
    PRIMARY KEY (image_name, group_name),
    FOREIGN KEY (image_name) REFERENCES images (name)
);
CREATE TABLE image_projects (
    image_name VARCHAR(64) NOT NULL,
    project VARCHAR(64) NOT NULL,
    PRIMARY KEY (image_name, project),
    FOREIGN KEY (image_name) REFERENCES images (name)
);

CREATE TABLE image_versions (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version BIGINT NOT NULL,
    image_name VARCHAR(64) NOT NULL,
    name VARCHAR(32) NOT NULL,
    runtime VARCHAR(32) NOT NULL,
    location VARCHAR(1000) NOT NULL,
    digest VARCHAR(71),
    size_bytes BIGINT,
    accelerators BOOLEAN NOT NULL,
    entry_points VARCHAR(1000) NOT NULL,
    binds VARCHAR(4000) NOT NULL,
    flags VARCHAR(1000) NOT NULL,
    notes VARCHAR(2000) NOT NULL,
    state VARCHAR(16) NOT NULL,
    created_by VARCHAR(64) NOT NULL,
    created_at BIGINT NOT NULL,
    approved_by VARCHAR(64),
    approved_at BIGINT,
    UNIQUE (image_name, name),
    FOREIGN KEY (image_name) REFERENCES images (name)
);
INSERT INTO image_versions (version, image_name, name, runtime, location, accelerators, entry_points, binds, flags, notes,
    state, created_by, created_at, approved_by, approved_at)
SELECT 0, name, '1', 'none', '', TRUE, '', '', '', '', 'ACTIVE', '', UNIX_TIMESTAMP() * 1000.0, '', UNIX_TIMESTAMP() * 1000.0
FROM images;

ALTER TABLE jobs ADD COLUMN image_version VARCHAR(32) DEFAULT '1' NOT NULL;
ALTER TABLE jobs ADD COLUMN image_digest VARCHAR(71);
ALTER TABLE start_presets MODIFY COLUMN image VARCHAR(100) NOT NULL;
CREATE INDEX jobs_by_image ON jobs (image, ended_at, image_version);
