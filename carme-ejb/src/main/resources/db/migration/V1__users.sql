CREATE TABLE api_tokens (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    user_name VARCHAR(64) NOT NULL,
    name VARCHAR(100) NOT NULL,
    token_hash VARCHAR(64) NOT NULL UNIQUE,
    scopes VARCHAR(200) NOT NULL,
    created_at BIGINT NOT NULL,
    expires_at BIGINT NOT NULL,
    last_used_at BIGINT
);
CREATE INDEX api_tokens_by_user ON api_tokens (user_name, id);

CREATE TABLE portal_sessions (
    key_hash VARCHAR(64) NOT NULL PRIMARY KEY,
    user_name VARCHAR(64) NOT NULL,
    started_at BIGINT NOT NULL,
    last_action_at BIGINT NOT NULL
);
CREATE INDEX portal_sessions_by_action ON portal_sessions (last_action_at);

-- one row per place from which somebody failed to log in
CREATE TABLE login_failures (
    origin VARCHAR(200) NOT NULL PRIMARY KEY,
    failures INT NOT NULL,
    last_failed_at BIGINT NOT NULL
);
