CREATE TABLE a (id int, x int, w int, CONSTRAINT pos CHECK (id > 0));
CREATE TABLE z (id int, x int, y int, w int, CONSTRAINT pos CHECK (id > 0));
CREATE TABLE twice (x int, CONSTRAINT pos CHECK (id > 0)) INHERITS (a, z);
CREATE TABLE turned (w int) INHERITS (z, a);
CREATE TABLE low (x int) INHERITS (twice, z);
CREATE TABLE mid () INHERITS (a);
CREATE TABLE keeping () INHERITS (mid);
CREATE TABLE beside () INHERITS (mid, z);
