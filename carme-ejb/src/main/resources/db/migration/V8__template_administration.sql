ALTER TABLE resource_templates ADD COLUMN version BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE resource_templates ADD COLUMN features VARCHAR(200);
ALTER TABLE resource_templates ADD COLUMN enabled BOOLEAN DEFAULT TRUE NOT NULL;

CREATE TABLE template_groups (
    template_name VARCHAR(64) NOT NULL,
    group_name VARCHAR(128) NOT NULL,
    PRIMARY KEY (template_name, group_name),
    FOREIGN KEY (template_name) REFERENCES resource_templates (name)
);
CREATE INDEX template_groups_by_group ON template_groups (group_name);
INSERT INTO template_groups (template_name, group_name) SELECT name, group_name FROM resource_templates;
ALTER TABLE resource_templates DROP COLUMN group_name;
