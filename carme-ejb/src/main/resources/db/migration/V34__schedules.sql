-- what one portal of several does alone; a row is always there, so that it can be locked
CREATE TABLE leases (
    name VARCHAR(60) NOT NULL PRIMARY KEY,
    holder VARCHAR(36) NOT NULL,
    -- one higher with each new holder
    fence BIGINT NOT NULL,
    -- seconds of the database's clock
    expires_at BIGINT NOT NULL
);
INSERT INTO leases (name, holder, fence, expires_at) VALUES ('batch-schedules', '', 0, 0);

-- what administrators have changed; a job without a row keeps to its XML
CREATE TABLE batch_schedules (
    job VARCHAR(64) NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL,
    cron VARCHAR(100) NOT NULL,
    zone VARCHAR(50) NOT NULL,
    jitter_seconds INT NOT NULL,
    enabled BOOLEAN NOT NULL,
    catch_up VARCHAR(10) NOT NULL,
    blackouts VARCHAR(200) NOT NULL,
    parameters VARCHAR(2000) NOT NULL
);

-- when jobs are started next, and when they were to start last
CREATE TABLE batch_fires (
    job VARCHAR(64) NOT NULL PRIMARY KEY,
    -- the schedule that next_at follows from
    rule VARCHAR(500) NOT NULL,
    next_at BIGINT,
    fired_at BIGINT,
    -- when the first run was due of which no execution has been seen
    waiting_since BIGINT
);

-- of what administrators were told last
CREATE TABLE batch_alerts (
    job VARCHAR(64) NOT NULL,
    kind VARCHAR(10) NOT NULL,
    -- the execution, or the time it was due
    subject BIGINT NOT NULL,
    PRIMARY KEY (job, kind)
);
