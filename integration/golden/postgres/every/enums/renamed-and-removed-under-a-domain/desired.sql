CREATE TYPE temper AS ENUM ('happy', 'fine');
CREATE DOMAIN liked AS temper DEFAULT 'fine';
CREATE TYPE day AS (m temper, n integer);
CREATE TABLE t (d liked DEFAULT 'fine', m temper, c day);
