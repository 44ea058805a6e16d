-- What Carme knows of those jobs that have its tag.
INSERT INTO jobs (version, job_key, tag, owner, owner_uid, name, template_name, accelerators_per_node, node_count, image,
    limit_seconds, state, outcome, reason, slurm_job_id, node_names, restarts, services_ready, submitted_at, sent_at, started_at,
    ended_at, charged_group)
SELECT 1, LPAD(seq, 26, '0'), CONCAT('carme:bench-', seq), 'alice', 7001, 'bench', 'GPU', 0, 1, 'base', 28800, 'ENDED',
    'COMPLETED', '', 1000000 + seq, 'node01', 0, TRUE, ended - 15000000, ended - 15000000, ended - 14400000, ended, 'carme-users'
FROM (SELECT seq, (UNIX_TIMESTAMP() - 2500100 + seq * 25) * 1000 AS ended FROM seq_2_to_100000_step_2) jobs;
