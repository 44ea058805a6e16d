CREATE TABLE start_presets (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    user_name VARCHAR(64) NOT NULL,
    title VARCHAR(40) NOT NULL,
    template_name VARCHAR(64) NOT NULL,
    project VARCHAR(128),
    accelerator_type VARCHAR(64) NOT NULL,
    accelerators_per_node INT NOT NULL,
    node_count INT NOT NULL,
    image VARCHAR(64) NOT NULL,
    limit_minutes INT NOT NULL,
    UNIQUE (user_name, title)
);
