PRAGMA foreign_keys = OFF;
INSERT INTO places VALUES (1, 10), (2, 20);
INSERT INTO books VALUES ('here', 1, 10), ('nowhere', 2, 10), ('anywhere', 3, NULL);
