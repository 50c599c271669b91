CREATE TABLE p (id int, a int, "b ""Ä" text COLLATE "C", CONSTRAINT pos CHECK (id > 0), CONSTRAINT "gone Ü" CHECK (id < 1000));
CREATE TABLE c (a int DEFAULT 5, "b ""Ä" text COLLATE "C", CONSTRAINT pos CHECK (id > 0), CONSTRAINT "gone Ü" CHECK (id < 1000)) INHERITS (p);
CREATE TABLE c_2 (a int) INHERITS (c);
CREATE TABLE d () INHERITS (p);
CREATE TABLE d_2 (a int, CONSTRAINT "gone Ü" CHECK (id < 1000)) INHERITS (d);
CREATE INDEX c_2_a ON c_2 (a);
