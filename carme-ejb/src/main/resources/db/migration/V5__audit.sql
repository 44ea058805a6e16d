-- a number and a seal come later: see docs/adr/0016-audit-log.md
CREATE TABLE audit_entries (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    happened_at BIGINT NOT NULL,
    actor VARCHAR(64) NOT NULL,
    about VARCHAR(64) NOT NULL,
    origin VARCHAR(64) NOT NULL,
    action_code VARCHAR(40) NOT NULL,
    object_kind VARCHAR(20) NOT NULL,
    object_id VARCHAR(64) NOT NULL,
    object_name VARCHAR(100) NOT NULL,
    detail VARCHAR(200) NOT NULL,
    chain_number BIGINT UNIQUE,
    seal VARCHAR(64)
);
CREATE INDEX audit_by_actor ON audit_entries (actor, id);
CREATE INDEX audit_by_about ON audit_entries (about, id);

-- one row: where the kept part of the chain begins (the last row removed) and ends
CREATE TABLE audit_head (
    id INT NOT NULL PRIMARY KEY,
    begin_number BIGINT NOT NULL,
    begin_seal VARCHAR(64) NOT NULL,
    end_number BIGINT NOT NULL,
    end_seal VARCHAR(64) NOT NULL,
    seal VARCHAR(64) NOT NULL
);
INSERT INTO audit_head (id, begin_number, begin_seal, end_number, end_seal, seal) VALUES (1, 0, '', 0, '', '');
