CREATE SCHEMA a;
CREATE SCHEMA c;
CREATE TABLE a.stays (id integer PRIMARY KEY);
CREATE TABLE a.goes (id integer REFERENCES a.stays);
CREATE TABLE c.comes (id integer REFERENCES a.stays);
