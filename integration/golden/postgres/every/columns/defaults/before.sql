CREATE SEQUENCE s;
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TABLE t (a int DEFAULT 1, b text DEFAULT 'it''s', c timestamptz DEFAULT now(), d int DEFAULT f(), e int[] DEFAULT '{1,2}', g jsonb DEFAULT '{"a": 1}');
