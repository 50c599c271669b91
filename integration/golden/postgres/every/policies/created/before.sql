CREATE SCHEMA app;
CREATE TABLE app."T t" (id int PRIMARY KEY, owner text, "we""ird Näme" int);
CREATE TABLE members (name text, team int);
