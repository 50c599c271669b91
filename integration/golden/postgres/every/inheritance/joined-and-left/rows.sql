INSERT INTO leaves VALUES ('b', 2, 'c');
INSERT INTO joins VALUES ('b', 2, 3);
