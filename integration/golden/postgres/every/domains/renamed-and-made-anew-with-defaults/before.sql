CREATE DOMAIN span AS varchar(20);
CREATE TABLE t (id integer, s span DEFAULT 'q'::span);
