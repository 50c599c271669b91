CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE TABLE u (id int PRIMARY KEY);
CREATE PUBLICATION p FOR TABLE u WITH (publish = 'truncate', publish_via_partition_root);
