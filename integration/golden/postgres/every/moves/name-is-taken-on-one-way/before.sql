CREATE SCHEMA a;
CREATE SCHEMA b;
CREATE TABLE a.t (id integer);
CREATE TABLE b.t (id integer);
CREATE TABLE a.both (id integer);
CREATE TABLE b.both (id integer);
CREATE TABLE a.there (id integer);
