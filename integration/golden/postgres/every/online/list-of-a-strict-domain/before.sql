CREATE DOMAIN short AS varchar CHECK (length(VALUE) < 5);
CREATE TABLE t (id bigint, names varchar[]);
