CREATE TYPE mood AS ENUM ('a', 'c');
CREATE TABLE t (m mood);
CREATE FUNCTION f(m mood) RETURNS mood LANGUAGE sql AS 'SELECT m';
