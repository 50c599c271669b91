PRAGMA foreign_keys = OFF;
INSERT INTO nodes VALUES (1, 3), (2, 1), (3, NULL);
