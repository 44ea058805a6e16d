-- a job's nodes one by one, so that those of a node are found without reading all jobs
CREATE TABLE job_nodes (
    job_id BIGINT NOT NULL,
    node_name VARCHAR(255) NOT NULL,
    PRIMARY KEY (node_name, job_id),
    FOREIGN KEY (job_id) REFERENCES jobs (id)
);

INSERT INTO job_nodes (job_id, node_name)
SELECT id, node_names FROM jobs WHERE node_names <> '' AND node_names NOT LIKE '%,%';

-- of several nodes: each that begins at the first place or after a comma
CREATE TABLE digits (digit INT NOT NULL PRIMARY KEY);
INSERT INTO digits (digit) VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9);
INSERT INTO job_nodes (job_id, node_name)
SELECT DISTINCT j.id, SUBSTRING(j.node_names, p.place, LOCATE(',', CONCAT(j.node_names, ','), p.place) - p.place)
FROM jobs j
JOIN (
    SELECT 1 + a.digit + 10 * b.digit + 100 * c.digit + 1000 * d.digit AS place
    FROM digits a CROSS JOIN digits b CROSS JOIN digits c CROSS JOIN digits d
    WHERE d.digit < 4
) p ON p.place <= CHAR_LENGTH(j.node_names)
WHERE j.node_names LIKE '%,%' AND SUBSTRING(CONCAT(',', j.node_names), p.place, 1) = ',';
DROP TABLE digits;
