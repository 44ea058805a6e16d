-- limits in Slurm for which commands were handed out: what an earlier command had set, and what was there before the first
CREATE TABLE mirrored_limits (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version BIGINT NOT NULL,
    cluster_name VARCHAR(64) NOT NULL,
    account VARCHAR(64) NOT NULL,
    user_name VARCHAR(64) NOT NULL,
    partition_name VARCHAR(64) NOT NULL,
    resource VARCHAR(80) NOT NULL,
    limit_value BIGINT NOT NULL,
    value_replaced BIGINT,
    value_before BIGINT,
    UNIQUE (cluster_name, account, user_name, partition_name, resource)
);
