PRAGMA foreign_keys = OFF;
INSERT INTO a VALUES (1, '1'), (8, '8');
INSERT INTO b VALUES (1, '1'), (9, '9');
