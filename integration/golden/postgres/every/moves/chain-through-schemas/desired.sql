CREATE SCHEMA a;
CREATE SCHEMA b;
CREATE SCHEMA c;
-- @renamed from=a.t
CREATE TABLE b.t (a integer);
CREATE INDEX i ON b.t (a);
-- @renamed from=b.t
CREATE TABLE c.t (b integer);
CREATE INDEX i ON c.t (b);
