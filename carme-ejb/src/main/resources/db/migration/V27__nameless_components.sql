-- components of a bill of materials without a package URL; of what was taken before nobody knows
ALTER TABLE image_contents ADD COLUMN nameless_count INT DEFAULT 0 NOT NULL;
