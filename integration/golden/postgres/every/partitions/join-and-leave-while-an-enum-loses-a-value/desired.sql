CREATE TYPE k AS ENUM ('a', 'b');
CREATE TABLE p (id int, v k) PARTITION BY LIST (id);
CREATE INDEX i ON p (id) WHERE v = 'a';
CREATE TABLE leaves (id int, v k);
CREATE INDEX leaves_id_idx ON leaves (id) WHERE v = 'a';
CREATE TABLE joins PARTITION OF p FOR VALUES IN (2);
