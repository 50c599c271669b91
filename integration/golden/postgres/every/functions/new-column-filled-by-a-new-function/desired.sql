CREATE TABLE z (n int);
CREATE FUNCTION a_count() RETURNS int LANGUAGE sql AS 'SELECT count(*)::int FROM z';
CREATE TABLE t (a int, b int DEFAULT a_count());
