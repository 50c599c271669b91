CREATE DOMAIN short AS varchar(3);
CREATE DOMAIN shorter AS short;
CREATE TABLE t (id int PRIMARY KEY, a text);
