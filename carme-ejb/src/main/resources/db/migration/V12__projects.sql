CREATE TABLE projects (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version BIGINT NOT NULL,
    slug VARCHAR(64) NOT NULL UNIQUE,
    link_key VARCHAR(64) NOT NULL UNIQUE,
    name VARCHAR(50) NOT NULL,
    description VARCHAR(4000) NOT NULL,
    owner VARCHAR(64) NOT NULL,
    state VARCHAR(16) NOT NULL,
    reason VARCHAR(200) NOT NULL,
    requested_at BIGINT NOT NULL,
    expires_at BIGINT,
    renewal_asked_at BIGINT,
    warned_days INT,
    UNIQUE (owner, name)
);
CREATE INDEX projects_by_state ON projects (state, expires_at);

CREATE TABLE project_members (
    id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
    version BIGINT NOT NULL,
    project_id BIGINT NOT NULL,
    user_name VARCHAR(64) NOT NULL,
    state VARCHAR(16) NOT NULL,
    since BIGINT NOT NULL,
    UNIQUE (project_id, user_name),
    FOREIGN KEY (project_id) REFERENCES projects (id)
);
CREATE INDEX project_members_by_user ON project_members (user_name, state);

CREATE TABLE project_templates (
    project_id BIGINT NOT NULL,
    template_name VARCHAR(64) NOT NULL,
    PRIMARY KEY (project_id, template_name),
    FOREIGN KEY (project_id) REFERENCES projects (id),
    FOREIGN KEY (template_name) REFERENCES resource_templates (name) ON DELETE CASCADE
);

-- a job is charged to a group or to a project
ALTER TABLE jobs ADD COLUMN charged_project VARCHAR(64);
CREATE INDEX jobs_by_project ON jobs (charged_project, ended_at);
ALTER TABLE quotas MODIFY COLUMN subject_kind VARCHAR(32) NOT NULL;
