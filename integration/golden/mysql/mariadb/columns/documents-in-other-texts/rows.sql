INSERT INTO short (id, a) VALUES (1, '[1]'), (2, NULL);
INSERT INTO said (id, a) VALUES (1, '[1]'), (2, NULL);
INSERT INTO latin (id, a) VALUES (1, '[1]'), (2, NULL);
INSERT INTO beside (id, a) VALUES (1, '[1]'), (2, NULL);
INSERT INTO goes (id, a) VALUES (1, '[1]'), (2, NULL);
INSERT INTO moreover (id, a) VALUES (1, '[1]'), (2, NULL);
