-- A worker looks for the next job of each of its kinds: a long line of letters must not be read through to find that no
-- hold has expired.
DROP INDEX jobs_due;
CREATE INDEX jobs_due ON jobs (kind, run_at) WHERE state = 'ready';
DROP INDEX jobs_leased;
CREATE INDEX jobs_leased ON jobs (kind, lease_until) WHERE state = 'running';
