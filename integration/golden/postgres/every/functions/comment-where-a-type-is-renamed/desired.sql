-- @renamed from=mood
CREATE TYPE feeling AS ENUM ('ok', 'sad');
CREATE FUNCTION f(x feeling) RETURNS int LANGUAGE sql AS 'SELECT 1';
COMMENT ON FUNCTION f(feeling) IS 'how it feels';
GRANT EXECUTE ON FUNCTION f(feeling) TO pg_monitor;
