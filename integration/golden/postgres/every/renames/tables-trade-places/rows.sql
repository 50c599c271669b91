INSERT INTO a (x) VALUES (7);
INSERT INTO b (y) VALUES ('seven'), ('eight');
