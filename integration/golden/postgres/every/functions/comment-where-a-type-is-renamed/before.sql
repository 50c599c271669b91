CREATE TYPE mood AS ENUM ('ok', 'sad');
CREATE FUNCTION f(x mood) RETURNS int LANGUAGE sql AS 'SELECT 1';
COMMENT ON FUNCTION f(mood) IS 'how it feels';
GRANT EXECUTE ON FUNCTION f(mood) TO pg_monitor;
