-- how confidential a project's data are
ALTER TABLE projects ADD COLUMN classification VARCHAR(16) NOT NULL DEFAULT 'INTERNAL';
