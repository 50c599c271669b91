-- @renamed from=a
CREATE SCHEMA b;
CREATE TABLE b.stays (id integer PRIMARY KEY, v bigint, w text);
CREATE TABLE b.comes (id integer REFERENCES b.stays);
CREATE INDEX by_value ON b.stays (v);
CREATE VIEW b.over AS SELECT id, v FROM b.stays;
CREATE TYPE b.mood AS ENUM ('calm', 'wild');
CREATE TABLE beside (s integer REFERENCES b.stays, m b.mood, more b.mood);
