INSERT INTO p (id, a, many, t) VALUES (1, 'One', '{a,B}', 'tea'), (2, 'two', NULL, NULL);
INSERT INTO child VALUES ('ONE');
INSERT INTO part VALUES ('A', 1);
INSERT INTO d (x) VALUES ('banana');
