CREATE DOMAIN short AS varchar(3);
CREATE TABLE t (id int PRIMARY KEY, a text[]);
