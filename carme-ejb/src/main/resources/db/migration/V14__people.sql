-- since when the directory does not know somebody about whom something is kept
CREATE TABLE missing_people (
    user_name VARCHAR(64) NOT NULL PRIMARY KEY,
    missing_since BIGINT NOT NULL
);
CREATE INDEX portal_sessions_by_user ON portal_sessions (user_name);
