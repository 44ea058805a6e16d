-- where the other nodes of a job find this one's sshd, and how they know it
ALTER TABLE job_agents ADD COLUMN node VARCHAR(255);
ALTER TABLE job_agents ADD COLUMN ssh_port INT;
ALTER TABLE job_agents ADD COLUMN ssh_key VARCHAR(100);
