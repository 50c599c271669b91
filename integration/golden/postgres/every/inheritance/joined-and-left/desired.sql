CREATE TABLE city (name text NOT NULL, size int, CONSTRAINT city_size CHECK (size >= 0));
CREATE TABLE leaves (name text NOT NULL, size int, of text);
CREATE TABLE joins (x int) INHERITS (city);
