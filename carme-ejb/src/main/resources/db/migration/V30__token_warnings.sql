-- of how many days before its end the owner was warned last
ALTER TABLE api_tokens ADD COLUMN warned_days INT;
