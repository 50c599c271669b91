CREATE SCHEMA a;
CREATE SCHEMA b;
CREATE TABLE b.t (id integer);
-- @renamed from=a.t
CREATE TABLE b.u (id integer);
CREATE TABLE b.both (id integer);
-- @renamed from=a.both
CREATE TABLE b.there (id integer);
CREATE TABLE a.there (id integer);
