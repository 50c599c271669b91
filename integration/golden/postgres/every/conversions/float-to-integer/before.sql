CREATE TABLE t (id int PRIMARY KEY, a double precision DEFAULT 1.5);
