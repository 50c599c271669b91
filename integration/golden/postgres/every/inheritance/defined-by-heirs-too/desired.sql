CREATE TABLE p (id int);
-- @renamed from=c
CREATE TABLE c_1 ("b ""Ä" text COLLATE "C", CONSTRAINT pos CHECK (id > 0)) INHERITS (p);
CREATE TABLE c_2 () INHERITS (c_1);
CREATE TABLE d () INHERITS (p);
CREATE TABLE d_2 () INHERITS (d);
