CREATE SEQUENCE s;
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TABLE t (a int DEFAULT nextval('s'), b text DEFAULT E'a\nb\\', c timestamptz DEFAULT (now() + '1 day'::interval), d int DEFAULT 3, e int[] DEFAULT ARRAY[3], g jsonb);
