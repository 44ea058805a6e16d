-- the version of the plan of which the site's chat was told that it is on, and whether it was told that this is over
ALTER TABLE maintenance DROP COLUMN told_site;
ALTER TABLE maintenance ADD COLUMN told_version BIGINT DEFAULT -1 NOT NULL;
ALTER TABLE maintenance ADD COLUMN told_over BOOLEAN DEFAULT TRUE NOT NULL;
