CREATE TABLE t ("key" int PRIMARY KEY, "A b" int, b text);
CREATE PUBLICATION p FOR TABLE t ("A b", "key") WHERE ("key" > 5);
