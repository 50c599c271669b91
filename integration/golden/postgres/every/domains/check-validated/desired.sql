CREATE DOMAIN email AS text CONSTRAINT c CHECK (VALUE ~ '@');
CREATE TABLE t (id int, m email);
