CREATE TABLE entry_tickets (
    ticket_hash VARCHAR(64) NOT NULL PRIMARY KEY,
    job_key VARCHAR(26) NOT NULL,
    service VARCHAR(31) NOT NULL,
    user_name VARCHAR(64) NOT NULL,
    portal_session VARCHAR(64),
    expires_at BIGINT NOT NULL
);
CREATE INDEX entry_tickets_by_age ON entry_tickets (expires_at);

CREATE TABLE entry_sessions (
    cookie_hash VARCHAR(64) NOT NULL PRIMARY KEY,
    job_key VARCHAR(26) NOT NULL,
    user_name VARCHAR(64) NOT NULL,
    portal_session VARCHAR(64),
    expires_at BIGINT NOT NULL
);
CREATE INDEX entry_sessions_by_age ON entry_sessions (expires_at);
