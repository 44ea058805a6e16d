-- what is inside images: the same packages are in many of them
CREATE TABLE packages (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    url VARCHAR(700) NOT NULL UNIQUE,
    kind VARCHAR(8) NOT NULL,
    name VARCHAR(255) NOT NULL,
    version VARCHAR(255) NOT NULL,
    licences VARCHAR(1000) NOT NULL
);
CREATE INDEX packages_by_name ON packages (name, version);

CREATE TABLE image_contents (
    version_id BIGINT NOT NULL PRIMARY KEY,
    taken_at BIGINT NOT NULL,
    taken_by VARCHAR(64) NOT NULL,
    size_bytes BIGINT,
    digest VARCHAR(71),
    package_count INT NOT NULL,
    -- the document as it came, compressed
    document LONGBLOB NOT NULL,
    FOREIGN KEY (version_id) REFERENCES image_versions (id) ON DELETE CASCADE
);

CREATE TABLE image_packages (
    version_id BIGINT NOT NULL,
    package_id BIGINT NOT NULL,
    PRIMARY KEY (version_id, package_id),
    FOREIGN KEY (version_id) REFERENCES image_contents (version_id) ON DELETE CASCADE,
    FOREIGN KEY (package_id) REFERENCES packages (id)
);
CREATE INDEX image_packages_by_package ON image_packages (package_id, version_id);
