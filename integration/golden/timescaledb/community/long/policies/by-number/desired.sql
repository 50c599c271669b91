CREATE FUNCTION now_n() RETURNS bigint LANGUAGE sql STABLE AS 'SELECT 42::bigint';
CREATE TABLE n (at bigint NOT NULL);
SELECT create_hypertable('n', 'at', chunk_time_interval => 10);
SELECT set_integer_now_func('n', 'now_n');
SELECT add_retention_policy('n', 1000);
