-- the outcome that administrators were told of last; what the end of a portal has cut short is no outcome
ALTER TABLE canary_runs ADD COLUMN told BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE canary_runs ADD COLUMN interrupted BOOLEAN DEFAULT FALSE NOT NULL;
UPDATE canary_runs SET interrupted = TRUE WHERE trouble = 'The portal was stopped meanwhile';
UPDATE canary_runs SET told = TRUE WHERE ended_at IS NOT NULL AND interrupted = FALSE;
