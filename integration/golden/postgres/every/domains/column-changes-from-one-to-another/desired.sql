CREATE DOMAIN mail AS text CHECK (VALUE <> '');
CREATE TABLE t (id int, m mail);
