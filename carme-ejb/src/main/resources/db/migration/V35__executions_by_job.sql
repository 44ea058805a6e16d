-- the last executions of one job, or of all, among a million: H2 reads no index backwards
CREATE INDEX batch_executions_by_job ON batch_executions (job, execution DESC);
CREATE INDEX batch_executions_newest_first ON batch_executions (execution DESC);
