-- the only row is locked by whoever adds a preset: nobody has one too many, whatever happens at the same time
CREATE TABLE preset_lock (
    id INT NOT NULL PRIMARY KEY
);
INSERT INTO preset_lock (id) VALUES (1);
