CREATE SCHEMA a;
CREATE TABLE a.people (id integer PRIMARY KEY, mail text);
CREATE TABLE visits (id integer PRIMARY KEY);
