-- @renamed from=a
CREATE SCHEMA b;
CREATE SCHEMA c;
-- @renamed from=a.stays
CREATE TABLE b.stays (id integer PRIMARY KEY);
-- @renamed from=a.goes
CREATE TABLE c.goes (id integer REFERENCES b.stays);
-- @renamed from=c.comes
CREATE TABLE b.comes (id integer REFERENCES b.stays);
