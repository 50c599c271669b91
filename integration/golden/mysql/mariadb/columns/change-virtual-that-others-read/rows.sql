INSERT INTO read_by_virtual (id, a) VALUES (1, 10);
INSERT INTO stored_by_way (id, a) VALUES (1, 10);
INSERT INTO indexed_by_way (id, a) VALUES (1, 10);
