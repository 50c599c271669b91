CREATE DOMAIN mail AS text CHECK (VALUE ~ '@');
CREATE TABLE t (id int, m mail);
CREATE FUNCTION f(m mail) RETURNS mail LANGUAGE sql AS 'SELECT m';
