-- how much of each accelerator type, and of the CPUs, was in use: of a minute at first, means of longer times when it is older
CREATE TABLE utilisation (
    sampled_at BIGINT NOT NULL,
    minutes INT NOT NULL,
    type_name VARCHAR(64) NOT NULL,
    total DOUBLE PRECISION NOT NULL,
    in_use DOUBLE PRECISION NOT NULL,
    free DOUBLE PRECISION NOT NULL,
    down DOUBLE PRECISION NOT NULL,
    queued DOUBLE PRECISION,
    PRIMARY KEY (sampled_at, minutes, type_name)
);
CREATE INDEX utilisation_by_length ON utilisation (minutes, sampled_at);
