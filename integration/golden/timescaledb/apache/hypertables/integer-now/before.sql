CREATE FUNCTION a() RETURNS bigint LANGUAGE sql STABLE AS 'SELECT 1::bigint';
CREATE FUNCTION b() RETURNS bigint LANGUAGE sql STABLE AS 'SELECT 2::bigint';
CREATE TABLE n (at bigint NOT NULL);
SELECT create_hypertable('n', 'at', chunk_time_interval => 10);
SELECT set_integer_now_func('n', 'a');
