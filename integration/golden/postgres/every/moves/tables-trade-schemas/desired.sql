CREATE SCHEMA a;
CREATE SCHEMA b;
-- @renamed from=b.t
CREATE TABLE a.t (id integer PRIMARY KEY, y text);
-- @renamed from=a.t
CREATE TABLE b.t (id integer PRIMARY KEY, x integer);
CREATE VIEW v AS SELECT x FROM b.t;
