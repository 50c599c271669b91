INSERT INTO city VALUES ('a', 1);
INSERT INTO capital VALUES ('b', 2, 'c');
