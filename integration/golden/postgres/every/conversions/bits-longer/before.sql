CREATE DOMAIN flags AS bit(4);
CREATE TABLE t (id int PRIMARY KEY, a bit(4), b bit(4)[], c flags);
