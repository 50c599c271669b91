CREATE TABLE t_2_a_id_idx (x int);
CREATE TABLE t (id int, a int) PARTITION BY LIST (id);
CREATE TABLE t_1 PARTITION OF t FOR VALUES IN (1);
CREATE TABLE t_2 PARTITION OF t FOR VALUES IN (2);
CREATE INDEX again ON t (a) WHERE a > 0;
CREATE INDEX by_both ON t (a, id);
CREATE INDEX computed ON t ((a + 1), lower(a::text)) INCLUDE (id);
