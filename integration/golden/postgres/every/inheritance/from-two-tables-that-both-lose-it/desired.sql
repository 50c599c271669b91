CREATE TABLE a (id int);
CREATE TABLE z (id int, y int);
CREATE TABLE twice () INHERITS (a, z);
CREATE TABLE turned () INHERITS (z, a);
CREATE TABLE low () INHERITS (twice, z);
CREATE TABLE mid () INHERITS (a);
CREATE TABLE keeping (x int) INHERITS (mid);
CREATE TABLE beside () INHERITS (mid, z);
