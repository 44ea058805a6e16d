-- more time for running jobs: extension_seconds is there as long as the scheduler may not have the last one
ALTER TABLE jobs ADD COLUMN extensions INT DEFAULT 0 NOT NULL;
ALTER TABLE jobs ADD COLUMN extended_seconds BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE jobs ADD COLUMN extension_seconds BIGINT;
ALTER TABLE jobs ADD COLUMN extension_sent_at BIGINT;
