-- how far the copying of results from one node is, as its agent says, and how often its failure was told
ALTER TABLE job_agents ADD COLUMN results_state VARCHAR(16);
ALTER TABLE job_agents ADD COLUMN results_bytes BIGINT;
ALTER TABLE job_agents ADD COLUMN results_total BIGINT;
ALTER TABLE job_agents ADD COLUMN results_item VARCHAR(255);
ALTER TABLE job_agents ADD COLUMN results_detail VARCHAR(500);
ALTER TABLE job_agents ADD COLUMN results_told INT NOT NULL DEFAULT 0;
