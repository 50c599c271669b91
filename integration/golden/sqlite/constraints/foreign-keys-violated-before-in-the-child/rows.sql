PRAGMA foreign_keys = OFF;
INSERT INTO users VALUES (1, 99, 'Ada');
