INSERT INTO t (a, b, parent) VALUES (1, 2, NULL), (2, 3, 1);
INSERT INTO other VALUES (1, 1);
