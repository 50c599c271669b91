INSERT INTO parent (name) VALUES ('a'), ('b');
INSERT INTO child VALUES (1, 1);
