CREATE DOMAIN code AS int;
CREATE TABLE t (id int PRIMARY KEY, name text DEFAULT 'x', codes text[], kept code);
