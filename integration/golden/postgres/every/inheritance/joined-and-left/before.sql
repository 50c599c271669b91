CREATE TABLE city (name text NOT NULL, size int, CONSTRAINT city_size CHECK (size >= 0));
CREATE TABLE leaves (of text) INHERITS (city);
CREATE TABLE joins (name text NOT NULL, size int, x int);
