CREATE SCHEMA a;
-- @renamed from=a.t
CREATE TABLE t (id integer PRIMARY KEY);
-- @renamed from=a.u
CREATE TABLE u (id integer REFERENCES t);
