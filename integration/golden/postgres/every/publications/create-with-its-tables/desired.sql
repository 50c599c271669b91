CREATE TABLE x (a int);
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE TABLE u (id int PRIMARY KEY);
CREATE PUBLICATION p FOR TABLE u, t WITH (publish = 'insert, update', publish_via_partition_root = true);
