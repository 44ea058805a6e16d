-- what of the messages goes out of the portal; who has no row gets what the configuration says
CREATE TABLE delivery_choices (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    user_name VARCHAR(64) NOT NULL UNIQUE,
    language VARCHAR(8),
    mail_occasions VARCHAR(200) NOT NULL,
    chat_occasions VARCHAR(200) NOT NULL,
    sealed_webhook VARCHAR(1000)
);

CREATE TABLE outbox (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    user_name VARCHAR(64) NOT NULL,
    channel VARCHAR(8) NOT NULL,
    state VARCHAR(8) NOT NULL,
    kind VARCHAR(16) NOT NULL,
    message_key VARCHAR(64) NOT NULL,
    subject VARCHAR(100) NOT NULL,
    detail VARCHAR(500) NOT NULL,
    job_id BIGINT,
    told_at BIGINT NOT NULL,
    -- while it is being sent, the end of the lease; after a failure, when it is tried again
    not_before BIGINT NOT NULL,
    attempts INT NOT NULL,
    -- with which others it was sent, and who is sending it
    letter VARCHAR(36),
    claim VARCHAR(36),
    sent_at BIGINT,
    failed_at BIGINT,
    trouble VARCHAR(300)
);
CREATE INDEX outbox_by_state ON outbox (channel, state, user_name);
CREATE INDEX outbox_by_user ON outbox (user_name, state);
CREATE INDEX outbox_by_letter ON outbox (letter);
CREATE INDEX outbox_by_claim ON outbox (claim);
CREATE INDEX outbox_by_success ON outbox (channel, sent_at);
CREATE INDEX outbox_by_failure ON outbox (channel, failed_at);
CREATE INDEX outbox_by_age ON outbox (told_at);
