CREATE TABLE city (name text NOT NULL, size int DEFAULT 0, CONSTRAINT city_size CHECK (size >= 0));
CREATE TABLE capital (of text) INHERITS (city);
CREATE TABLE thing (id int);
CREATE TABLE both_of (z int) INHERITS (thing, city);
