CREATE TABLE top (id int);
CREATE TABLE mid (c int) INHERITS (top);
CREATE TABLE beside (e int) INHERITS (top);
CREATE TABLE low (d int) INHERITS (mid, beside);
CREATE TABLE lower (f int, a text NOT NULL, CONSTRAINT positive CHECK (id > 0)) INHERITS (low);
CREATE TABLE aside () INHERITS (beside);
