CREATE DOMAIN code AS varchar(5);
CREATE TABLE t (id int PRIMARY KEY, name code DEFAULT 'x', codes code[], kept code);
