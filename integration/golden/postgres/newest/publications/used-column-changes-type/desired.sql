CREATE TABLE t (id bigint PRIMARY KEY, a int, b text);
CREATE PUBLICATION p FOR TABLE t (a, id) WHERE (id > 5);
