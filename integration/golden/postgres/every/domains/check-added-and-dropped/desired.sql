CREATE DOMAIN email AS text CONSTRAINT long CHECK (length(VALUE) > 2) CONSTRAINT short CHECK (length(VALUE) < 99);
CREATE TABLE t (id int, m email);
