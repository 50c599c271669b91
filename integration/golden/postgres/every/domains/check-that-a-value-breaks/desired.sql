CREATE DOMAIN email AS text CHECK (VALUE ~ '^z');
CREATE TABLE t (id int, m email);
