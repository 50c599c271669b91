CREATE TYPE k AS ENUM ('a', 'x', 'b');
CREATE TABLE p (id int, v k) PARTITION BY LIST (id);
CREATE INDEX i ON p (id) WHERE v = 'a';
CREATE TABLE leaves PARTITION OF p FOR VALUES IN (1);
CREATE TABLE joins (id int, v k);
CREATE INDEX joins_id_idx ON joins (id) WHERE v = 'a';
