-- DATABASE_WAS_AWAY has 17 letters
ALTER TABLE batch_executions MODIFY COLUMN verdict VARCHAR(32);
