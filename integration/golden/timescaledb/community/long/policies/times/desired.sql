CREATE TABLE m (time timestamptz NOT NULL, device int NOT NULL, value double precision, note text);
SELECT create_hypertable('m', 'time');
SELECT alter_job(add_retention_policy('m', INTERVAL '90 days'), max_runtime => INTERVAL '10 min', max_retries => 5, retry_period => INTERVAL '1 hour');
