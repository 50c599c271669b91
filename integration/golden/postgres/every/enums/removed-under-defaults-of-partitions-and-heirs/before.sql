CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE t (id int, a mood DEFAULT 'ok', b mood, c mood DEFAULT 'ok') PARTITION BY RANGE (id);
CREATE TABLE t1 PARTITION OF t (a DEFAULT 'happy', b DEFAULT 'ok') FOR VALUES FROM (0) TO (10) PARTITION BY RANGE (id);
CREATE TABLE t2 PARTITION OF t1 (a DEFAULT 'ok', b DEFAULT 'sad') FOR VALUES FROM (0) TO (5);
ALTER TABLE t1 ALTER c DROP DEFAULT;
CREATE TABLE above (id int, m mood DEFAULT 'ok');
CREATE TABLE below (m mood DEFAULT 'happy') INHERITS (above);
