CREATE DOMAIN level AS bigint DEFAULT 7;
CREATE TABLE t (id int PRIMARY KEY, a level);
