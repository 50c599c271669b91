CREATE TABLE m (id int NOT NULL, at timestamptz NOT NULL, CONSTRAINT positive CHECK (id > 0)) PARTITION BY RANGE (at);
CREATE TABLE "j Ö" (id int NOT NULL, at timestamptz NOT NULL);
CREATE TABLE l (id int, k varchar(5)) PARTITION BY LIST (lower(k));
CREATE TABLE l_1 (id int, k varchar(5));
CREATE TABLE two (a int NOT NULL, b int NOT NULL) PARTITION BY RANGE (a, b);
CREATE TABLE two_1 (a int NOT NULL, b int NOT NULL);
