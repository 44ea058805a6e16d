-- what is copied to a job's nodes, one thing a line, and where its results go
ALTER TABLE jobs ADD COLUMN stage_in VARCHAR(4000);
ALTER TABLE jobs ADD COLUMN stage_out VARCHAR(1000);
ALTER TABLE start_presets ADD COLUMN stage_in VARCHAR(4000);
ALTER TABLE start_presets ADD COLUMN stage_out VARCHAR(1000);

-- how far that is on one node, as its agent says
ALTER TABLE job_agents ADD COLUMN staging_state VARCHAR(16);
ALTER TABLE job_agents ADD COLUMN staging_bytes BIGINT;
ALTER TABLE job_agents ADD COLUMN staging_total BIGINT;
ALTER TABLE job_agents ADD COLUMN staging_item VARCHAR(255);
ALTER TABLE job_agents ADD COLUMN staging_detail VARCHAR(500);
