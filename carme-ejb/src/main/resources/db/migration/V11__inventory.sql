CREATE TABLE accelerator_types (
    name VARCHAR(64) NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL,
    title VARCHAR(40) NOT NULL,
    colour VARCHAR(16) NOT NULL,
    kind VARCHAR(16) NOT NULL
);

-- what was last seen of every node, and what of it the administrators have been told
CREATE TABLE known_nodes (
    name VARCHAR(64) NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL,
    state VARCHAR(16) NOT NULL,
    reason VARCHAR(200) NOT NULL,
    hardware VARCHAR(200) NOT NULL,
    changed_at BIGINT NOT NULL,
    told_state VARCHAR(16) NOT NULL,
    told_hardware VARCHAR(200) NOT NULL,
    told_at BIGINT NOT NULL
);
