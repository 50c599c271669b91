CREATE DOMAIN email AS text CHECK (VALUE ~ '@');
CREATE TABLE t (id int, m email);
CREATE FUNCTION f(m email) RETURNS email LANGUAGE sql AS 'SELECT m';
