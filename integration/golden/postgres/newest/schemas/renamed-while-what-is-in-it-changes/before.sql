CREATE SCHEMA a;
CREATE TABLE a.stays (id integer PRIMARY KEY, v integer);
CREATE TABLE a.goes (id integer);
CREATE INDEX by_v ON a.stays (v);
CREATE VIEW a.over AS SELECT id FROM a.stays;
CREATE TYPE a.mood AS ENUM ('calm');
CREATE TABLE beside (s integer REFERENCES a.stays, m a.mood);
