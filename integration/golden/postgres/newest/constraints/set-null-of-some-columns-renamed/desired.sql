CREATE TABLE p (a int, b int, PRIMARY KEY (a, b));
CREATE TABLE c (a int NOT NULL, "my b" int, CONSTRAINT f FOREIGN KEY (a, "my b") REFERENCES p ON DELETE SET NULL ("my b"));
