CREATE TABLE p (id int, was int, own int);
CREATE TABLE c (must int NOT NULL, own int NOT NULL) INHERITS (p);
CREATE TABLE c_2 () INHERITS (c);
