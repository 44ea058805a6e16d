-- executions that have failed without saying so themselves, among a million
CREATE INDEX batch_executions_by_verdict ON batch_executions (verdict, job, execution DESC);
