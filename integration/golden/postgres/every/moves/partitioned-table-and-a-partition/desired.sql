CREATE SCHEMA a;
CREATE SCHEMA b;
-- @renamed from=a.p
CREATE TABLE b.p (k integer, v text, PRIMARY KEY (k)) PARTITION BY LIST (k);
CREATE INDEX by_v ON b.p (v);
CREATE TABLE a.p1 PARTITION OF b.p FOR VALUES IN (1);
-- @renamed from=a.p2
CREATE TABLE b.p2 PARTITION OF b.p FOR VALUES IN (2);
CREATE TABLE a.above (id integer);
-- @renamed from=a.below
CREATE TABLE b.below () INHERITS (a.above);
