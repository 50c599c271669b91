CREATE TYPE humour AS ENUM ('x');
CREATE TABLE t (m humour DEFAULT f('x'::humour));
CREATE FUNCTION f(m humour DEFAULT 'x') RETURNS humour LANGUAGE sql IMMUTABLE AS 'SELECT m';
