CREATE DOMAIN d AS varchar(3);
CREATE TABLE t (a d);
