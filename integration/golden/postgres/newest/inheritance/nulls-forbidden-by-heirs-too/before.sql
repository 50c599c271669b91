CREATE TABLE p (id int, must int NOT NULL DEFAULT 0, was int NOT NULL, own int NOT NULL);
CREATE TABLE c (was int NOT NULL, own int NOT NULL) INHERITS (p);
CREATE TABLE c_2 (own int NOT NULL) INHERITS (c);
