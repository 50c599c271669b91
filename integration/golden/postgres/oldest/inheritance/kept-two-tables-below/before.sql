CREATE TABLE top (id int, a text NOT NULL, CONSTRAINT positive CHECK (id > 0));
CREATE TABLE mid (c int) INHERITS (top);
CREATE TABLE beside (e int) INHERITS (top);
CREATE TABLE low (d int) INHERITS (mid, beside);
CREATE TABLE lower (f int) INHERITS (low);
CREATE TABLE aside () INHERITS (beside);
