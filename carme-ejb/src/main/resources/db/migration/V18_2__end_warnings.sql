-- of how many minutes before its end the owner has been warned
ALTER TABLE jobs ADD COLUMN warned_minutes INT;
