-- whether the site's chat was told; what was there before is old news
ALTER TABLE news ADD COLUMN told_site BOOLEAN DEFAULT FALSE NOT NULL;
UPDATE news SET told_site = TRUE;
ALTER TABLE maintenance ADD COLUMN told_site BOOLEAN DEFAULT FALSE NOT NULL;
