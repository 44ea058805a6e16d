-- the one maintenance that is planned or on; begins_at is null while there is none
CREATE TABLE maintenance (
    id INT NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL,
    message VARCHAR(500) NOT NULL,
    begins_at BIGINT,
    ends_at BIGINT,
    allowed_users VARCHAR(4000) NOT NULL
);
INSERT INTO maintenance (id, version, message, allowed_users) VALUES (1, 0, '', '');

-- nobody's name: locked by whoever starts his first job, so that whoever holds all rows holds those to come as well
INSERT INTO start_locks (user_name) VALUES ('');
