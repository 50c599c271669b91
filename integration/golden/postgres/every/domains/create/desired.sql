CREATE DOMAIN email AS varchar(20) DEFAULT 'a@b' NOT NULL CONSTRAINT has_at CHECK (VALUE ~ '@') CHECK (length(VALUE) > 1);
CREATE TABLE t (id int, m text, n email);
