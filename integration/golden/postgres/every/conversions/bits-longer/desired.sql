CREATE DOMAIN flags AS bit(8);
CREATE TABLE t (id int PRIMARY KEY, a bit(8), b bit(8)[], c flags);
