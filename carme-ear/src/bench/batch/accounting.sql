-- A hundred thousand jobs of alice's that ended in the last 29 days, as slurmdbd writes them: of 1 to 240 minutes, one in ten
-- with a GPU, every other one with a tag of Carme's.
DELETE FROM carme_job_table WHERE id_job > 1000000;
SET @now = UNIX_TIMESTAMP();
SET @association = (SELECT MIN(id_assoc) FROM carme_assoc_table WHERE user = 'alice' AND deleted = 0);
SET @gpu = (SELECT id FROM tres_table WHERE type = 'gres' AND name = 'gpu:a100' AND deleted = 0);
INSERT INTO carme_job_table (mod_time, account, cpus_req, derived_es, job_name, id_assoc, id_job, id_resv, id_wckey, id_user,
    id_group, het_job_id, het_job_offset, state_reason_prev, nodelist, nodes_alloc, node_inx, `partition`, priority, state,
    timelimit, time_submit, time_eligible, time_start, time_end, tres_alloc, tres_req)
SELECT @now, 'lab', 4, IF(seq % 2 = 0, CONCAT('carme:bench-', seq), ''), 'bench', @association, 1000000 + seq, 0, 0, 7001,
    7001, 0, 4294967294, 0, 'node01', 1, '0', 'gpu', 1, 3,
    480, started - seq % 600, started - seq % 600, started, ended, tres, tres
FROM (SELECT seq, @now - 2500100 + seq * 25 AS ended, @now - 2500100 + seq * 25 - 60 * (1 + seq % 240) AS started,
    CONCAT('1=4,2=2000,4=1,5=4', IF(seq % 10 = 0, CONCAT(',', @gpu, '=1'), '')) AS tres FROM seq_1_to_100000) jobs;
