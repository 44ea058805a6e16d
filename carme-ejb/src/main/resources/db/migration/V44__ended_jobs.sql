-- what ended long ago is found without reading all jobs
CREATE INDEX jobs_by_end ON jobs (ended_at);
