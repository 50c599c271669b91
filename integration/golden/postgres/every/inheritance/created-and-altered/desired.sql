CREATE TABLE city (name text NOT NULL, size bigint DEFAULT 1, mayor text, CONSTRAINT city_size CHECK (size >= 0));
CREATE TABLE capital (of varchar(20)) INHERITS (city);
CREATE TABLE thing (id int);
CREATE TABLE both_of (z int) INHERITS (thing, city);
CREATE TABLE village (size int DEFAULT 5) INHERITS (thing);
