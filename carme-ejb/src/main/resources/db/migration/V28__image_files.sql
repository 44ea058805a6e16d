-- the files of versions, as they were registered or seen first, and as the last look has seen them
CREATE TABLE image_files (
    version_id BIGINT NOT NULL PRIMARY KEY,
    location VARCHAR(1000) NOT NULL,
    registered_print CHAR(64),
    seen_print CHAR(64),
    looked_at BIGINT NOT NULL,
    changed_at BIGINT,
    missing_at BIGINT,
    FOREIGN KEY (version_id) REFERENCES image_versions (id) ON DELETE CASCADE
);

-- what lies in a store, is not in the catalogue, and managers were told of
CREATE TABLE image_finds (
    location VARCHAR(700) NOT NULL PRIMARY KEY,
    folder VARCHAR(1000) NOT NULL,
    told_at BIGINT NOT NULL
);
