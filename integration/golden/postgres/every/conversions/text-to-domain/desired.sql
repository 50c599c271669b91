CREATE DOMAIN short AS varchar(3) CHECK (VALUE <> '');
CREATE TABLE t (id int PRIMARY KEY, a short DEFAULT 'a');
